/**
 * How Korean and English deny, reject, ask, suppose and connect: the part of reading that no rubric has to bring.
 * Forms as in a rubric: no case, no Korean spacing, `*` lets a Latin word go on.
 */
const list = (text: string): readonly string[] =>
  text
    .split('|')
    .map((form) => form.trim())
    .filter((form) => form !== '')

/** A clause starts at the word. */
export const clauseBefore = list(
  'but|however|although|though|because|while|whereas|since|so|which|where|when|if|unless|therefore|thus|hence|then|instead|and so|and then|and that|and this|and therefore|and hence|and if|and the|and it|and with|meaning|as a result|그래서|따라서|그러므로|하지만|그러나|그런데|즉,|결국|왜냐하면|→',
)

/** A clause ends with the word. */
export const clauseAfter = list(
  ',|:|;|→|지만|는데|은데|인데|으나|므로|니까|때문에|때문인데|면서|어도|아도|여도|해서|어서|아서|져서|라서|이라|되고|하고|이고|지고|되며|하며|이며|으며|지며|(|)',
)

/** Breaks that end the reach of a rejection: what stands before is another statement. */
export const strongBreak = list('지만|는데|하지만|그러나|but|however|;|고,|며,|although|whereas')

/** Denies the claim that follows. */
export const deniesAfter = list(
  "not|cannot|can't|cant|don't|dont|doesn't|doesnt|didn't|didnt|isn't|isnt|aren't|arent|won't|wont|wouldn't|wouldnt|couldn't|shouldn't|wasn't|weren't|hasn't|haven't|never|no|nothing|none|nobody|neither|nor|hardly|barely|scarcely|rarely|seldom|without|unable to|fail to|fails to|failed to|failing to|hard to|hard for|harder to|difficult to|difficult for|difficulty|trouble|struggle*|impossible to|impossible for|incapable of|too weak to|too small to|stop|stops|stopped|prevent*|lack|lacks|little|almost no|less able|lose the ability|loses the ability|refuse to|insufficient|far from|poorly|nowhere near|no way|instead of|rather than|almost nothing|hardly any|barely any|too little|unlikely|inability to|inability|powerless|not able|less and less|minimal|no longer|no more|no real|only a tiny|only tiny|very weak|too faint",
)

/** Denies the claim right before it: endings and short predicates. */
export const deniesBeforeNarrow = list(
  '못|안일어나|안생기|안미치|안줌|안줘|안감|안가|안먹|안이루|안들|안남|안나|안전달|안전해|안닿|잘안|제대로안|어려움|0이되|사라지|사라진|사라져|끊기|끊겨|끊어|줄어들|작아지|약해지|희미해|미약|거의사라|소실|지않|지는않|지도않|지가않|지를않|질않|지못|지는못|지도못|지를못|질못|않|못하|못한|못함|못해|못할|못했|못됨|못됩|못된|안되|안됨|안돼|안된|안됩|안됐|안이루어|없|어렵|어려|힘들|힘든|힘듦|힘들|불가|실패|곤란|멈추|멈춘|멈춤|부족|아니|아님|아닌|아닙|덜되|미미|거의0|거의없|제한|방해|x|is negligible|are negligible|becomes negligible|become negligible|is tiny|becomes tiny|vanishes|vanish|disappears|disappear|fades|fade|shrinks to|almost zero|close to zero|is weak|becomes weak|is minimal|suffers|stalls|is hardly possible|is barely possible|gets harder|get harder|gets hard|is prevented|is blocked|is hard|is difficult|is impossible|becomes hard|becomes difficult|becomes impossible|fails|stops|is lost|are lost|gets lost|is limited|does not happen|does not occur|is not possible|is not the case|is zero|are zero',
)

/** Denies a whole phrase before it. */
export const deniesBeforeWide = list(
  '수없|수는없|수가없|수도없|것은아니|것이아니|것도아니|건아니|게아니|것은아닌|것이아닌|고할수없|고할수는없|고볼수없|리없|리가없|일이없|일은없|일도없|경우가아니|줄수없|일어나지않|발생하지않|생기지않|벌어지지않|존재하지않|이루어지지않|나타나지않|일어나지도않|일어나지못|기어렵|기힘들|기가어렵|기가힘들|기는어렵|기곤란|수조차없',
)

/** Looks like a denial and is none. */
export const noDenial = list(
  '고안되|고안된|고안됐|고안돼|제안되|제안된|제안됐|제안돼|방안되|대안되|not only|not just|not merely|no longer than|no doubt|not surprisingly|cannot but|cannot help|no matter|whether or not|not to mention|nothing but|no greater than|not greater than|no more than|not more than|not larger than|no larger than|nothing else than|nothing other than|잘못|밖에안되|밖에안돼|밖에되지않|밖에없|밖에안나|이하밖에|뿐만아니|뿐아니|뿐이아니|만이아니|못지않|지나지않|다름없|다름이없|다를바없|다를것이없|다를게없|다르지않|상관없|상관이없|관계없|관계가없|관계없이|상관없이|무관|틀림없|여지없|할것없이|수밖에없|수밖에|끊임없|끝없|한없|변함없|어김없|의미없|아니라면|어쩔수없|아닐까|little by little|없애|없앨|안전|안정|안에|없어지|없어져|없어진|없어질',
)

/** What stands before it in the sentence is rejected. */
export const rejectsBefore = list(
  "동의하지않|동의할수없|동의하지못|믿지않|라고들하지만|라고하지만이는|라고알려져있지만|라고배웠지만|라고나와있지만|것은틀|것도틀|말은틀|말도틀|것은잘못|말은잘못|것은오해|것도오해|말은오해|말도오해|생각은오해|생각은틀|생각은잘못|설명은틀|설명은잘못|주장은틀|주장은잘못|틀린설명|틀린말|틀린생각|잘못된설명|잘못된생각|잘못된말|잘못된주장|것은사실이아니|말은사실이아니|것은거짓|것은근거없|것은맞지않|말과반대|말과달리|것과반대로|것과는달리|생각과달리|생각과는달리|고생각하기쉽|고생각할수있지만|고생각했|고오해|고착각|고쓰려|고적으려|고쓸뻔|is wrong|is false|i disagree|i do not agree|i don't agree|i do not believe|is not what happens|is a myth|is a misconception|is a mistake|is mistaken|is incorrect|is not true|is untrue|is not the reason|is not correct|is not right|would be wrong|would be false|is just a myth|is nonsense|are wrong|는미신이|이야기는오래된미신|오래된미신|은미신이|도시전설|라는것도다|근거없는말|틀렸다고바로잡|틀렸다고말해|잘못알고있",
)

/** What follows it in the sentence is rejected. */
export const rejectsAfter = list(
  "i was going to write|i was going to say|i was tempted to|the opposite of the following|the following is false|the following is wrong|the following is not true|the following is untrue|only a fool would|only fools|whoever claims|whoever says|whoever thinks|whoever believes|anyone who claims|anyone who says|those who claim|those who say|i refuse to|i doubt|i don't believe|i do not believe|i don't buy|i do not buy|i can't believe|i cannot believe|hard to believe that|i don't think that|i do not think that|it is a myth that|its a myth that|it's a myth that|myth that|misconception that|not true that|isn't true that|it is wrong that|it is wrong to|it is false that|it is incorrect that|it would be wrong to|contrary to|one might think|you might think|one may think|some people think|some people say|some think|some say|people often think|people say|it is often claimed|wanted to write that|wanted to say that|i used to think|nor is it true that|it is not the case that|이라는오해|라는오해와",
)

/** Takes back everything before it. */
export const takesAllBack = list(
  'none of this|none of these|none of the above|none of that|all of this is false|all of this is wrong|all of the above is false|all of the above is wrong|everything above is|nothing of the sort|all false|everything i wrote is|위내용은모두|위의내용은모두|위의설명은모두|위설명은모두|앞의내용은모두|위내용은전부|이상은모두|모두거짓|전부거짓|모두틀렸|전부틀렸|모두사실이아니|위의말은모두|지금까지의설명은모두|have been debunked|has been debunked|all debunked|are all myths|these are myths|buy a word of it|believe a word of it|i made all of this up|all made up|지어낸말|지어낸이야기|마케팅에불과|전부미신|모두미신|다거짓말|모두헛소문|전부헛소문',
)

/** A sentence that starts so takes back the sentence before. */
export const takesBack = list(
  "no wait|no, wait|wait, that|that is wrong|that's wrong|that was wrong|that is not true|that is not how|that's not how|this is wrong|this is false|this is not true|that is false|scratch that|disregard that|but that is not|but this is not|but that is wrong|but that's wrong|틀렸다|틀렸습니다|아니다,|아닙니다,|이는틀|이것은틀|이는사실이아니|이것은사실이아니|그렇지않|하지만이는틀|그러나이는틀|하지만틀렸|위문장은취소|앞문장은취소|방금말은취소|he's mistaken|he is mistaken|she's mistaken|she is mistaken|they are mistaken|he's wrong|he is wrong|she is wrong|they're wrong|all of that is wrong|그런일은일어나지않|그건틀린|그것은틀린|그말은틀",
)

/** Supposes something contrary to fact. */
export const supposes = list(
  '였다면|했다면|었다면|았다면|이었더라면|더라면|if it were|if it was|if an|if there were|if the|if we|if all|if a|if they|if rnns|were to|if it used|if it had',
)
export const would = list("would|wouldn't|'d have|would have")

/** Keeps a sentence with a question mark, or a doubtful one, a statement that counts. */
export const hedges = list(
  'i think|i guess|i believe|i suppose|i assume|maybe|perhaps|might|possibly|probably|not sure|unsure|could be|것같|듯|아마|잘모르|모르겠|확실하지않|확실치않|생각됩|추측',
)

/** Makes what its sentence says hang on something. */
export const conditional = list(
  'if|suppose|supposing|supposedly|assume|assuming|assumed|imagine|unless|provided that|in case|what if|were|if only|whether|might|다면|라면|만약|만일|가정|더라면|경우라면|한들|는지|을지|ㄹ지',
)

/** Says what would, should or has to be, not what is. */
export const modal = list(
  "would|wouldn't|could|couldn't|should|shouldn't|ought|must|has to|have to|need to|needs to|shall|i'd|겠|어야|아야|해야|여야|하여야|텐데|을것|ㄹ것|될것|할것|일것|수도있",
)

/** Brings in a person: the writer, the reader or somebody who says so. */
export const personal = list(
  "i|i'm|i'd|i've|my|me|mine|myself|you|your|we|our|he|she|they|his|her|their|one|people|someone|somebody|anyone|everyone|everybody|nobody|who|whoever|student|students|author|authors|저는|나는|제가|내가|저도|나도|우리|여러분|당신|사람|누구|학생|학자|저자|논문|분들|이들은|수험|교재",
)

/** Turns against what was said. */
export const contrast = list(
  'but|however|yet|though|although|nevertheless|nonetheless|in fact|in reality|actually|really|instead|contrary|on the contrary|whereas|despite|하지만|그러나|그런데|지만|으나|오히려|반면|반대|실제로|사실은|사실|다만|그렇지만|는데',
)

/** Speaks to the grader instead of answering. */
export const instructs = list(
  '키워드|핵심어|다음중|옳은것은|예시답안|예시 답안|위와같이|목차|설명생략|table of contents|points answered|주요용어|관련용어|모범답안|모범 답안|정답처리|정답으로|간주할것|간주해|채점기준|충족함|평가기준|체크리스트|모두언급|모두서술|모두포함하고|항목모두|요소를모두|keyword*|answer key|checklist|this answer covers|this answer mentions|this answer contains|this answer deserves|my answer covers|the answer covers|key points covered|model answer|만점|채점|높은점수|점수를주|점수를부여|점수부여|점수10|점수 10|모든기준|모든항목|기준을충족|항목을충족|충족으로처리|충족한것으로|충족함으로|지침|시스템메시지|프롬프트|답안은모든|ignore previous|ignore all|ignore the|previous instruction*|full mark*|full credit|full score|full points|maximum score|maximum mark*|maximum point*|grader|graders|grading|graded|marking system|marking|dear marker|examiner*|pre-approved|be generous|be lenient|return the maximum|award|system message|system prompt|system:|assistant:|instruction*|rubric*|criteria|criterion|as an ai|language model|json|output the|score|begin grader|holistic|mark this|mark all|all points|all criteria|10/10|100점|교수님만|채점자|조교님|perfect answer|my answer is meant|model answer would|a good answer would mention|본답안은|다루고자|채점표|확인자서명|점→|합계10점',
)

/** Speaks about statements, or of who makes them: what it grants goes to a person. */
export const wary = list(
  'claim|claims|claimed|believe|believes|myth*|misconception*|opposite|joke*|joking|kidding|fool|nonsense|rumou*|allegedly|supposedly|textbook*|lecture*|teacher|professor|friend|roommate|classmate|blog*|chatgpt|rubric|marker|pretend|imagine|fiction*|nobody|whoever|anyone who|disagree|verify|doubt|true or false|it is said|they say|people say|would say|would write|거짓|주장|믿는|믿을|믿지|미신|오해|착각|반대로|교수님|선생님|친구|선배|룸메|사람들|누군가|블로그|교재|농담|헛소|엉터리|틀렸|틀린|가정하면|가정해|다는말|라는말|다는설명|라는설명|다는이야기|한다고하|라고하던|다고하던|다더라|알고있습니다|공부했|동의',
)

/** Verbs that make a statement of nouns. */
export const verbs = list(
  "forgets|struggles|struggle|takes|take|behaves|behave|adds|contains|contributes|comes|preserve|suffer|learnt|is|are|was|be|been|being|becomes|become|became|gets|get|got|goes|go|has|have|had|does|do|did|can|cannot|can't|will|would|should|must|may|might|means|mean|makes|make|made|causes|cause|leads|lead|gives|give|multiplies|multiply|multiplied|shrinks|shrink|vanishes|vanish|explodes|explode|grows|grow|decays|decay|decreases|increases|uses|use|used|keeps|keep|depends|depend|needs|need|needed|happens|happen|occurs|occur|acts|act|reaches|reach|learn|learns|learned|receives|receive|helps|help|mitigates|mitigate|prevents|solves|solve|unrolls|equals|isn't|doesn't|don't|won't|fix|it's|that's",
)

/** Words and signs that make a row of nouns a statement. Korean endings are told by their place, not listed here. */
export const predicates = [
  ...verbs,
  ...list(
    'the|to|from|with|by|it|its|this|these|they|we|you|i|not|no|only|as|more|because|since|so|if|when|that|which|=|→|<|>|↑|↓|~',
  ),
]
