/**
 * How a sentence stands to what it says, told by its build rather than by the subject: who speaks, whether it is
 * rejected, supposed, commanded, taken back or only mentioned. Patterns read normalised text (lower case, no Korean
 * spaces) of one sentence and are linear in it.
 */

/** A statement made into a noun: `…다는 것은`, `…라고 하는 말은`, or one in quotation marks. */
const koreanNominal =
  '(?:(?:다|라|하|되|냐|자)(?:고하|고하시|고들하)?(?:는|던)(?:것|거|건|게|말|설명|주장|이야기|얘기|소문|생각|통념|견해|소리|믿음|의견|해석|논리|답|글|내용|식|계산|결론|추론)|(?:다|라)(?:는|란|고)(?!점)|(?:는|은|ㄴ)(?:것|건)(?:은|도)?|["\'](?:이?라는|라고|는|란|은|이란)?)'
/** What it is then said to be, where it is rejected. */
const koreanWrong =
  '(?:틀[리렸린려]|잘못(?!되지)|(?:흔한|큰|완전한|대표적인|오래된|널리퍼진)?오해(?!하지)|거짓|미신|엉터리|헛소|헛소문|낭설|착각|사실무근|사실이아|사실과다|사실과는다|사실과달|옳지않|옳지못|맞지않|맞지가않|근거가?없|말이안|말도안|말이되지|지어낸|어불성설|동의하지않|동의할수없|동의하지못|동의못|믿지않|믿을수없|믿을(?:것|게)이?못|믿을만하지|인정하지않|인정할수없|반대한|반박|부정한|오답|넌센스|괴담|도시전설|마케팅|그럴듯한?말일뿐|이론일뿐|설득력이?(?:없|떨|부족|약)|납득|수긍|근거가?(?:부족|빈약|약)|착오|계산을?잘못|억지|무리가?있|허점|과장|비약|혼동|믿으면안|감점|(?:추측|가설|주장|의견|말|이야기|생각|견해|소문|설)일뿐|거부한|거부합|받아들이지않|받아들일수없|찬성하지않|공감하지않|인정못|안믿|찬동하지않|동의하기어렵|동의하기힘들|증명된바|증명되지|실제와다|지겹|구식|낡은|성립하지|통하지|해당하지|적용되지|적용할수없)'
const koreanRejection = new RegExp(`${koreanNominal}[^.!?]{0,14}?${koreanWrong}`, 'g')

/** Those who say so, and what is wrong with them. */
const koreanWrongSayers =
  /(?:다|라)고(?:하|말하|주장하|믿|생각하|우기|쓰|여기)(?:는|던|신|았던|었던)?(?:사람|이|이들|분|학생|친구|책|글|블로그|교재)들?(?:은|는|이|의|도|에게)[^.!?]{0,30}?(?:않|못|모르|틀|없|착각|잘못|오해|속)/
/** What a statement is called that is rejected. */
const error =
  "(?:myths?|misconceptions?|misunderstandings?|mis(?:read|lead)ings?|misinterpretations?|fallac(?:y|ies)|falsehoods?|confusions?|mistakes?|errors?(?! (?:signals?|terms?|gradients?|vectors?|is|are|at|from|back|flows?|gets?)\\b)|lies|hoax|superstitions?|legends?|fairy tales?|old wives' ?tales?|rumou?rs?|fiction|nonsense|rubbish|speculation|hearsay)"
/** `a common misunderstanding that …`: what follows is rejected. */
const errorThat = new RegExp(`\\b${error} (?:to (?:think|say|believe|claim|assume|suppose) )?that\\b`)
const englishWrongSayers =
  /\b(?:whoever|anyone who|anybody who|everyone who|those who|people who|people that|students who)\b.{0,60}?\b(?:says?|thinks?|believes?|claims?|writes?|argues?)\b.{0,200}?(?:n't\b|\b(?:not|never|wrong|mistaken|confus\w+|misread|misunder\w+|ignor\w+|forgets?|should)\b)/
/** Told as what another says: `…다고 하더군요`, `블로그에는 …고 쓰여 있지만`. */
const koreanReport =
  /(?:다|라|자|냐)고(?:도|는|들)?(?:하더|하던|했|합니다만|하지만|하는데|한다지만|하길래|주장|우기|우긴|믿|생각하(?:는사람|기쉽|시는|던|는친구)|알려져|배웠|쓰여|적혀|나와|나오|들었|말하(?:지만|는|더|던|였|길)|말했|말합니다만|설명하(?:지만|더|던)|착각|오해|여겨|봤는데|봤지만)|(?:다|라)더(?:라|군|니|만)|(?:다|라)던데|다는데(?=저|나|전|난|,)|고(?:들)?(?:결론짓|결론내리|결론을내리|생각하기쉽|볼수도있|생각할수도|말할수도|할수도있)|(?:라는|다는)(?:주장|말|설명|이야기|얘기|견해|의견|논리)(?:이|가|도|들이)?(?:있|많|흔)/
/** What is reported is set against what is so, in the same sentence: `…다고 배웠지만 실제로는`. */
const koreanReportedBut =
  /(?:다|라|자)고(?:들)?(?:하|배웠|들었|알려져있|쓰여있|적혀있|나와있|주장하|말하|생각하|결론짓)[^.!?,]{0,6}?(?:지만|으나|는데|던데)(?=[^.!?]{0,40}?(?:실제|사실|아니|않|없|틀|잘못|오히려|반대|저는|나는))/
/** The speaker's own dissent from what was reported. */
const koreanDissent =
  /(?:동의하지않|동의할수없|동의하지못|동의안|동의못|받아들이지않|받아들일수없|받아들이지못|인정하지않|인정할수없|인정못|찬성하지않|찬성할수없|공감하지않|공감할수없|거부한|거부합|반대한|반대합|반박한|반박합|부인한|부인합|부정한다|부정합|안믿|찬동하지않|동의하기어렵|동의하기힘들|실제와다르|생각이다르|의견이다르|생각은다르|의견은다르|틀렸|틀린(?!것은아)|틀리다|엉터리|잘못된(?:말|설명|주장|생각)|잘못알|착각|헛소|거짓|사실이아|사실과다|그렇지않|그렇게생각하지않|그렇게보지않|믿지않|반대로생각|옳지않|맞지않|말이안|말도안|납득할수없|납득이안|납득되지|이해가안|이해가되지|이해할수없|수긍|웃기는|우습|다아니다|믿기지|믿기어렵|설득력이?없|설득되지|그럴리|회의적|의심스|의문이다|의문입)/

const englishReport =
  /\b(?:(?:he|she|they|who|friend|friends|partner|roommate|tutor|teacher|professor|classmate|colleague|brother|sister|tom|people|textbooks?|books?|blogs?|posts?|articles?|students?|some|others|many|most|everyone|everybody|internet|website|video|chatgpt|ai|tom|assistant|somebody|someone|person|neighbou?r|cousin|mate|rival|lecturer|instructor)(?: \w+){0,3} (?:says?|said|claims?|claimed|believes?|believed|thinks?|thought|argues?|argued|insists?|insisted|told me|tells me|writes?|wrote|states?|stated|keeps? saying|maintains?|suggests?|suggested|mentions?|mentioned|assumes?|assumed|swears?)|according to (?!the chain)|(?:common|usual|typical|popular|frequent|widespread|lazy)(?: \w+)? (?:answer|explanation|claim|view|idea|story|argument|response)\b|(?:colleague|friend|classmate|student|partner|neighbou?r|somebody|someone) (?:\w+ )?(?:computed|calculated|wrote|put down|derived)|it (?:has been|is often|is sometimes|was|is commonly|is frequently) (?:argued|said|claimed|suggested|believed|thought|stated)|(?:you|one|we|people|somebody|someone|they|students?) (?:might|could|may|would|will|are tempted to|is tempted to)(?: \w+){0,2} (?:calculate|compute|think|conclude|say|argue|believe|expect|imagine|claim|guess|infer|object)|(?:popular|common|conventional|received|contrary to) (?:opinion|belief|wisdom)|i(?:'ve| have)? (?:read|heard|been told|was told|saw)|always mention|usually mention|often (?:claimed|said|told)|rumou?r has it|commonly (?:claimed|believed|said)|supposedly|allegedly)\b/
const englishDissent =
  /\b(?:(?:this|that|it|he|she|they) (?:simply |just )?(?:confuses?|overlooks?|overlooked|ignores|misses the|forgets?|forgot|neglects|neglected)|(?:he|she|they|people there|the people)(?: \w+){0,3} (?:evidently |clearly |obviously )?never|outdated|don't let that fool|(?:i find|i found) (?:this|that|it|the|such|these|his|her|their)(?: \w+)? ?(?:\w+ )?(?:un\w+|implausible|doubtful|dubious|absurd|hard to believe|questionable|weak|silly|odd)|(?:argument|conclusion|claim|statement|reasoning|explanation|idea|view|belief|theory|story|logic|calculation)s? (?:\w+ )?(?:overlooks?|ignores?|forgets?|misses|fails|is flawed|is invalid|does not|doesn't|falls apart|is un\w+|is backwards)|(?:does not|doesn't|do not|don't|cannot|can't) (?:hold|apply|follow|convince)\b|contradiction[.!]|i (?:am|remain) not convinced|not convincing|(?:i|we|i'd|i must|i have to|i beg to) (?:\w+ )?(?:disagree|differ|doubt|reject|deny|dispute|refute)|(?:do not|don't|can't|cannot|couldn't|won't|refuse to|find it hard to) (?:agree|believe|buy|accept|share)|(?:nobody|no one|no sane \w+)(?: \w+){0,4} (?:believes?|buys?|takes?|thinks?)|(?:one|he|she|they|you)(?:'d| would) be (?:wrong|mistaken)|(?:allegations?|claims?|statements?|assertions?|stories|ideas?) (?:is|are) (?:\w+ )?(?:groundless|baseless|unfounded|unproven|unsupported)|(?:neither|none of (?:it|this|that|these|them)) (?:happens|holds|is (?:true|so|the case|right))|leads? to a contradiction|pigs (?:can )?fly|yeah,? right|(?:he|she|they|it|that|this|which|all that|these|those|both|he's|she's|they're|it's|that's|you're|you)(?: ?(?:is|are|was|were|'s|'re))?(?: \w+){0,2} (?:mistaken|wrong|false|incorrect|nonsense|rubbish|untrue|bogus|baloney|a lie|lies|lying|a myth|myths|not true|not so|not correct|not right|not the case|made up|confused|in error)|(?:this|that|it) (?:can't|cannot|can not|couldn't) be (?:the case|true|right|so|it)|isn't true|isn't so|isn't right|aren't true|ain't so|wasn't right|nothing could be further)\b/
/** The rest of a sentence rejects what stood before it. */
const englishRejection = new RegExp(
  `\\b(?:is|are|was|were|be|being|call (?:it|that|this)) (?:\\w+ ){0,3}?(?:wrong|false|incorrect|mistaken|untrue|bogus|debunked|refuted|disproved|disproven|discredited|baseless|groundless|unfounded|ruled out|dismissed|rejected|${error})\\b|\\b(?:is|are|was|were)(?: not|n't) (?:true|so|the case|correct|right|what happens)\\b|\\bcan(?: safely)? be (?:ruled out|excluded|dismissed|rejected)\\b|\\b(?:does not|doesn't|do not|don't) deserves? (?:any )?(?:credence|belief|trust)\\b|\\bis what (?:\\w+ ){0,4}(?:might|would|could) (?:write|say|think|claim|argue|believe)\\b|\\bnot something (?:i|we)(?:'d| would)? (?:\\w+ )?(?:sign|say|subscribe|agree|endorse|accept|believe|vouch)\\b|\\b(?:never|not|hardly|doesn't|hasn't|haven't|fails? to) (?:\\w+ )?(?:convinced?|persuaded?) (?:me|us)\\b`,
)
/** The rejection goes on over what follows: "…, and so can the depth". */
const soToo = /^[^.!?]{0,24},? ?(?:and )?(?:so|neither|nor) (?:can|is|are|was|does|do|has)\b/

const goesOn = /^[^a-z]*(?:and )?so (?:is|are|was|were)\b/

/** Everything said before no longer holds. */
const takesBackAll =
  /(?:앞|위|이상|지금까지)(?:의|에쓴|에적은|에서한)?(?:문장|말|내용|설명|답|답안|서술|글|주장)(?:들|은|는|을|를|도|이|모두|전부|다){0,3}[^.!?]{0,8}(?:취소|무시|잊|틀|거짓|철회|지어|농담|반대|아니)|\bi (?:take|withdraw|retract)\b[^.!?]{0,30}(?:back|above|everything|that|it all|statement)|\bwithout (?:really |fully )?understanding\b|\bi (?:do not|don't|have no idea|never)(?: \w+)? ?(?:know|understand|understood)?(?: \w+)? what (?:any of )?(?:that|this|it|these|those)(?: \w+)? (?:means?|is about|are)\b|\bi (?:do not|don't|cannot|can't) (?:claim|vouch|guarantee|promise|stand behind|assert)\b|\bno opinion\b|(?:베껴|베낀|베꼈|옮겨적|외워서?적)[^.!?]{0,20}(?:이해|모르|의견)|이해하지못한채|\b(?:the opposite of|none of|nothing of)(?: all)? (?:what i|the above|this|that|it|these)\b|\b(?:whether|if) (?:any|all) of (?:this|that|it|the above|these)\b|\bonly (?:wanted|meant|meaning) to suppose\b|\b(?:i was|i am|i'm) (?:only |just )?(?:joking|kidding)|\b(?:this|that|it|everything|all of this|all of it) (?:is|was) (?:all |only |just |purely )*(?:a joke|hypothetical|made up|invented|fiction)\b/
/** At the head of a sentence: the one before is taken back. */
const takesBackLast =
  /^[^a-z가-힣]*(?:(?:아니|아뇨|아닙니다|아니다|아니요|잠깐|아차|앗|음|어)[,.!]|(?:아니|잠깐|아참)?,?(?:다시생각|다시보니|생각해보니|곰곰이생각)[^.!?]{0,14}(?:틀|아니|아닌|잘못|반대)|정정|취소|방금(?:말|쓴|것)|no,? wait\b|wait,|scratch that|strike that|correction\b|actually,? no\b|on second thoughts?\b|hold on\b|(?:hmm|sorry|oops)[,.!] ?|let me correct\b|i take (?:that|it) back|disregard\b|ignore (?:that|the last|the previous|my previous)|that (?:is|was) (?:wrong|false|a mistake|incorrect|not right|not true)|never ?mind)/

/** A task set to somebody else. */
const commands =
  /^[^a-z가-힣]*(?:then |now |next |also |please |and )*(?:ask|explain|describe|discuss|state|compute|calculate|list|name|derive|show|tell|write|outline|compare|define|give|summari[sz]e|justify|prove)\b(?!d)(?! me that| that)|(?:하시오|시오|하라|하여라|논하라|서술하라|보라|하세요|해보세요|쓰세요|해주세요|하십시오|하자|답하라)[.!]*$/
/** About another kind of network. */
const elsewhere =
  /^[^a-z가-힣]*(?:in|for|with|a|an|the)? ?(?:an? |the |any )?(?:(?!unrolled|unfolded|rnn|recurrent)\w+ ){0,2}(?:feed ?forward|cnns?|convolutional|convnets?|resnets?|mlps?|transformers?|perceptrons?)\b|^[^a-z가-힣]*(?:(?:아주|매우)?(?:깊은|일반적?인?|보통의?|심층|다층)){0,2}(?:cnn|resnet|합성곱|mlp|트랜스포머|피드포워드|다층퍼셉트론)[가-힣]{0,4}?(?:에서는|에서|은|는)/
const recurrent = /rnn|recurren|unroll|unfold|time|순환|시간|시점|펼/
/** Speaks of an answer, given or to be given, instead of giving it; a colon ends the announcement. */
const announces =
  /\b(?:i|we|one|you)(?: have|'ve| had)? (?:was|were|am|are|is|been)(?: \w+)? (?:told|asked|advised|expected|required|supposed) (?:to|that i should) (?:say|write|mention|list|include|name|answer|state)\b|\b(?:i|we)(?: will|'ll| shall| would like to| am going to| want to| plan to| intend to| could)(?: \w+){0,2} (?:discuss|explain|describe|show|argue|cover|mention|write|talk|present|address|list|include)\b(?! that)|\b(?:right|correct|ideal|best|perfect|expected|desired|good|full|complete) (?:answer|response|solution|explanation) (?:\w+ )?(?:has|contains?|mentions?|includes?|lists?|names?|covers?)\b|\b(?:answer|answers|solution|essay|student|students|text|explanation|response)(?: \w+){0,2} (?:would|should|must|has to|have to|needs? to|is expected to|will)(?: \w+)? (?:say|mention|include|contain|state|cover|explain|list|write|note|discuss|begin|start)\b|\b(?:question|prompt|task|exam|teacher|professor|grader|marker|examiner|instructor|you|they|he|she) (?:wants?|wanted|expects?|would like|asks?|is looking|are looking|hopes?)(?: us| me| you| students?)?(?: to| for| that| about)\b|\b(?:tips?|trick|advice|hint|recipe)\b[^.]{0,30}[:,]|(?:요령|비법|꿀팁|팁)[^.]{0,8}:|\bquestion (?:is|asks|was|remains|here is) (?:whether|if|why|how)\b|\bsee (?:also )?(?:chapter|section|page|the (?:book|textbook|lecture|slides|notes|script))|\b(?:points?|items?|criteria|parts?|topics?) (?:as )?(?:answered|covered|done|satisfied|mentioned|included)\b|(?:서술|설명|논의|언급|기술|다루|말하|말씀드리|적|쓰|증명|답변)(?:하)?(?:겠다|겠습니다|겠음|려고한다|려한다|고자한다|고자합니다|려고합니다)|(?:들어가야|들어있어야|포함되어야|포함해야|언급해야|서술해야|언급되어야|서술되어야|기술되어야|설명되어야|다루어져야|적혀있어야|나와야)(?:만)?(?:한다|합니다|함|하며|할것|하고|됩니다|된다)|(?:나와있는|적혀있는|쓰여있는|배운|실린)[^.]{0,40}?(?:과|와)(?:같다|같습니다|같음|동일)|(?<!다는것)(?<!다는점)(?<!다는사실)(?:을|를|모두|전부|다|잘)(?:알고있|공부했|외웠|외우고있|이해하고있|숙지)|\bi(?: have| 've|'ve)?(?: \w+)? (?:know|knew|studied|learned|learnt|understand|understood|memori[sz]ed)\b(?! (?:that|from|why|how|what|it))|[가-힣]지(?:를|을|가)?(?:묻고|묻는|물어보|물었|궁금)/
/** Words spoken of as words. */
const mentions =
  /\b(?:write|say|answer|put|memori[sz]e|type|repeat)(?: down| that)? ?["']|["'](?:이?라고|라고|고|만)?(?:쓰면|적으면|쓰라|적으라|쓰세요|적으세요|답하면|외우면|말하면|써라|적어라)|\b(?:short for|stands? for|abbreviates)\b|이?니하는(?:말|얘기|이야기|소리|단어|것)|의(?:약자|줄임말|준말)(?:이|입|임|로|인|다)|\b(?:is|are|was|be|as|being) (?:\w+ ){0,3}?(?:keywords?|words?|terms?|phrases?|expressions?|abbreviations?|acronyms?|buzzwords?|notions? i|terminology)\b|\b(?:an)?other (?:one|term|word|keyword)\b|(?:단어|용어|키워드|약어|표현|낱말|말)(?:이다|입니다|이고|이며|이에요|이죠|임)(?=[.,!]|$)/
/** Contrary to fact: supposed, and then said or implied not to be so. */
const koreanSupposed =
  /[^.!?,]{2,60}?(?:다면|라면|더라면|면)[^.!?]{0,40}?(?:겠지만|을텐데|을것이지만|[었았했였졌갔왔됐렸났셨겠]을것(?:이고|이며|이다|입니다|이지만|이나|임)?|[었았했였졌갔왔됐렸났셨]겠)/g
const koreanUnreal =
  /(?:그런일|그런현상|그럴일|그런경우|이런일)(?:은|는|이|도)?[^.!?]{0,10}?(?:일어나지|생기지|벌어지지|발생하지|없)|^[^a-z가-힣]*(?:다행히|다행스럽게)[^.!?]{0,12}?(?:않|아니|없)/
const supposes = /\b(?:suppose|supposing|imagine|pretend|what if)\b/
/** `If only … were …, … would …`. */
const counterfactual =
  /\bif (?:only )?.{0,80}?\b(?:were|weren't|had been|hadn't)\b.*\b(?:would|wouldn't|could)\b/
/** Set in a world that is not this one. */
const otherWorld =
  /\bin (?:an?|some|another) (?:parallel|different|fictional|imaginary|other|fantasy|dream)? ?(?:universe|world|dream|movie|novel|fairy tale)\b|평행우주|꿈속|소설에서|영화에서/
const unreal =
  /\b(?:somebody|someone|would have|could have|might have|had been|in such a world|one could imagine|hypothetical*|were to|happened to be|but it (?:does|is|has) not|but it (?:doesn't|isn't|hasn't))\b/

/** What follows from a question that only supposes: "What if …? Then … would …". */
const thenWould = /^[^a-z]*then\b.*\b(?:would|wouldn't|could)\b/
/** Begins something that is shown to fail. */
const forContradiction = /\bfor (?:the sake of )?(?:a )?contradiction\b|귀류/

export interface Stance {
  /** How far from the sentence's start what it says is rejected by the sentence itself; 0 for not at all. */
  readonly rejectedUpTo: number
  /** It tells what another says; from where on, in the sentence, the speaker dissents. */
  readonly reports: boolean
  /** The speaker dissents, from the reported words before it. */
  readonly dissentAt: number
  readonly takesBackAll: boolean
  readonly takesBackLast: boolean
  /** Announces or asks for an answer, up to here. */
  readonly announcedUpTo: number
  /** No statement of the writer's at all. */
  readonly unsaid: boolean
  /** Supposed contrary to fact, up to here. */
  readonly supposedUpTo: number
  /** Says that what was supposed is not so. */
  readonly unreal: boolean
  /** Goes on with what was said of the statement before: `So is …`. */
  readonly goesOn: boolean
}

const lastEnd = (pattern: RegExp, body: string): number => {
  let end = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(body); match !== null; match = pattern.exec(body)) {
    end = match.index + match[0].length
    if (match[0].length === 0) break
  }
  return end
}

const endOf = (pattern: RegExp, body: string): number => {
  const match = pattern.exec(body)
  return match === null ? 0 : match.index + match[0].length
}

const hangul = /[가-힣]/
const latin = /[a-z]{3}/

const endOfAnnouncement = (body: string): number => {
  const colon = body.indexOf(':')
  // A row of headings after the colon is still no statement.
  return colon > 0 && body.length - colon > 20 && !/,.*,.*,/.test(body.slice(colon)) ? colon : body.length
}

const endOfRejected = (body: string, rejection: RegExpExecArray): number =>
  soToo.test(body.slice(rejection.index + rejection[0].length)) ? body.length : rejection.index

/** Reads one sentence's stance. `body` is its normalised text; `recurrentOnly`: as the rubric has it. */
export function stanceOf(body: string, recurrentOnly: boolean): Stance {
  const korean = hangul.test(body)
  const english = latin.test(body)
  const rejection = english ? englishRejection.exec(body) : null
  const koreanEnd = korean ? lastEnd(koreanRejection, body) : 0
  const dissent = (korean ? koreanDissent.exec(body) : null) ?? (english ? englishDissent.exec(body) : null)
  return {
    rejectedUpTo: Math.max(
      english && errorThat.test(body) ? body.length : 0,
      koreanEnd,
      korean ? endOf(koreanReportedBut, body) : 0,
      rejection === null ? 0 : endOfRejected(body, rejection),
    ),
    reports: (korean && koreanReport.test(body)) || (english && englishReport.test(body)),
    dissentAt: dissent === null ? -1 : dissent.index,
    takesBackAll: takesBackAll.test(body),
    takesBackLast: takesBackLast.test(body),
    announcedUpTo: announces.test(body) ? endOfAnnouncement(body) : 0,
    unsaid:
      commands.test(body) ||
      (recurrentOnly && elsewhere.test(body) && !recurrent.test(body)) ||
      mentions.test(body) ||
      (korean && koreanWrongSayers.test(body)) ||
      forContradiction.test(body) ||
      otherWorld.test(body) ||
      (english &&
        (englishWrongSayers.test(body) ||
          thenWould.test(body) ||
          counterfactual.test(body) ||
          (supposes.test(body) && unreal.test(body)))),
    supposedUpTo: korean ? lastEnd(koreanSupposed, body) : 0,
    unreal: korean && koreanUnreal.test(body),
    goesOn: english && goesOn.test(body),
  }
}
