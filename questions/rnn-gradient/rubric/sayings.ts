import type { Words } from './with-words'

/** Ways of saying the same that were thought of while reading how the grader misses them. */
export const sayings: Words = {
  MUL: {
    ko: '씩걸리|배가된|배한다|만나곱|다시들어온|들어온다|들어온|연속곱|연속적인곱|누적곱|곱의연쇄|끼어든|다시만나|만나게|통과할때마다|변환이|반복적용|되풀이적용|가로막|깎는|덧씌|물게|새나|배로|배씩|절반이|반씩|곱씩',
    en: 'applied to the error|applied to the gradient|meets w|meets the same|hits the gradient|is hit by|gets hit|meets the recurrent|one more multiplication|another multiplication|multiplies together|transformed by|is transformed|identical transformation*|goes through the same|through identical|enters|enter per|terms multiplied|geometric series|power of the|results in its power|toll|tax|rescal*|scaled|scaling|a charge of|keeps only|keep only|is left of it|retains|retain*|louder|half as large again|times what it was|each time smaller|shrinks it by|by a fraction|composes one|composed with|composition of|iterat*|g*=|grad*w|=g*w',
  },
  PERSTEP: {
    ko: 'step당|스텝을한번|한시점거슬|시점이하나늘|스텝이하나늘|시간순서대로|단계별|시점별|스텝별|시점별로|매번|한번갈때|한층거슬러|한시점당|시점당|스텝당|이음매마다|고비마다|시점하나마다|칸마다|매걸음|하루마다|앞으로갈때마다',
    en: 'once per tick|each extra word|each extra token|each extra input|every extra word|for every word|each further word|one step to the left|one step further back|per unit of time|time index|per recurrence|every one of the steps|for every element|for each element|one for each token|for each token|for each word|for each additional|per move|every move|backward move*|each move|one time point|each trip|trip round|every trip|for _ in range|for t in|for k in|in range(|each bridge|bridges|each pass|every pass|on each pass|for each step|each of them|step by step|a step means',
  },
  SAMEF: {
    ko: '같은수를|가중치한벌|동일한선형변환|같은선형변환|같은변환|늘같은|빠짐없이|똑같은비율|동일한비율|같은비율|일정한비율|일정비율',
    en: 'one and the same|same number|similar terms|identical linear|identical tax|always the identical|the same w throughout|throughout|same toll|same recurrent matrix|same proportion|the same fraction|same percentage|same tax|constant factor|fixed factor|fixed ratio|constant ratio',
  },
  COUNT: {
    ko: '횟수만큼|번돌려|번거쳐|쉰번|예순번|예순시점|쉰시점|오십시점|육십시점|시점동안|쉰차례|예순차례|몇십차례|t-1개|t개의야코비안|여러개의',
    en: 'lots of terms|lots of factors|that many|t of these|of t terms|of t similar|as many derivatives as|as many factors as|as many times as|as many as there are|fifty backward|sixty trips|fifty moves|sixty of them|fifty of them|fifty bridges|one per time step|one per step|t-fold|to t terms|number of moves|several times over',
  },
  REPEAT: {
    ko: '곱하면곱할수록|하면할수록|연속|줄곧|내내|시종|이어져|이어서곱|잇달|또다시|반복적용',
    en: 'many derivatives|too many times|lots of|throughout|in succession|one after another|t times|time and again|once per|keeps on|on and on|over again|repeated use',
  },
  LT1: {
    ko: '많아야|1에못미치|1에못미|0에서1사이|0과1사이의|1보다못|1에도못|1보다아래|1이채|1에못미|1도안|1이못|1을넘는법|1을넘을수|1을넘지는|1을넘지못|0.25를넘지못|0.25를못|0.25밖|1보다크지않|1보다클수없|1보다커질수없|소수점|1보다낮|1이하의|절반도|4분의1|사분의일|1/4|25%|1을채우지못',
    en: "top out at 1|tops out at 1|numbers in (0|max of 1|at most .225|below unity|inside the unit circle|within the unit circle|under unity|smaller than unity|tops out at 1|something less than one|something below one|sub 1|sub-1|sub-one|sub-unit*|less than one altogether|contraction|contractive|lower than one|lower than 1|in (0,1)|in (0, 1)|(0,1)|q < 1|γ < 1|ρ < 1|ρ<1|γ<1|q<1|λ < 1|at most a quarter|four times smaller|a quarter of|one quarter|below unity|never above one|never above 1|never greater than|never more than 1|never more than one|beneath one|beneath 1|fraction below|does not exceed|do not exceed|doesn't exceed|not exceed one|cannot exceed|can't exceed|bounded by one|bounded by 1|capped at one|capped at 1|is at best|always smaller|peaks at 1|peaks at 0.25|tops out at|maximum is 0.25|maximum of 0.25|max is 0.25|maximum value of 0.25",
  },
  GT1: {
    ko: '1보다작지도같지도|1을웃도|1을훌쩍|1을상회|1보다위|1배넘',
    en: 'one and a half times|outside the unit circle|beyond one|exceeding unity|greater than unity|half as large again|half as big again|half again as|an extra half|another half|multiplier is bigger',
  },
  SHRINK: {
    ko: '쪼그라|수그러|쇠퇴|미미해|곤두박질|남는게없|남는것이없|사라져버|흐려|옅어|0에근사|영에근사|반의반|안보이게|백만분의|억분의|0으로무너|0쪽으로|무너진|무너져|사그라|증발|0을향|0으로떨어|0에수렴|바닥|자취를감|흔적도없|남는기|남는것이없|남는게거의|거의안남|꼬리를감|영(0)|스러지|시들|깎여|쪼그라|졸아들|반토막|한줌',
    en: 'dying out|zilch|tapers|quashed|swallowed|dwindling|nil|less remains|the less|leaves nothing|nothing remains|fades out|melts away|shrivel*|cut in half|a millionth|needs a microscope|cut down by|orders of magnitude|weakened|keep reducing|keeps reducing|collapse*|decline*|dwindl*|nothing survives|is nothing left|down to nothing|practically nothing|worn away|wears away|worn down|peters out|trickl*|evaporat*|charged|decayed away|decay away|runs to zero|run to zero|tend to 0|tend toward*|tends toward*|goes to 0|negligible|drain*|leaks away|smaller and smaller|down about|drops to|a tiny number|infinitesimal*|dies away|die away|zeros after the decimal|vanishingly|sends everything to zero|goes down',
  },
  GROW: {
    ko: '폭증|수십억|수백억|팽창|감당이안|실린다|불어난디|커져불|뻥튀기|수백억|억배|조단위|걷잡을수|튀어오르|눈덩이|겁나게커|산더미|하늘을찌|끝없이커|유한한크기로머물수없|불어남',
    en: 'immense|vast number|odd billion|mushroom*|blow out|big number|enlarg*|exponential increase|louder|colossal|enormous|gigantic|monstrous|skyrocket*|blows up|blow up|blew up|amplif*|swell*|balloon*|out of control|no bound exists|to infinity|tens of billions|billions|escalat*|flies out|snowball*|magnif*|bigger and bigger|larger and larger|astronomical*|keep growing|keeps growing',
  },
  UNROLL: {
    ko: '펴면|펴불면|쭉펴|펴보면|펴놓|쫙펴|풀어쓰|풀어쓴|풀어그|늘어뜨',
    en: 'lay out|laid flat|laid out flat|unwind*|lay the loop out|rolling the recurrence out|rolling out|rolled out|rolling it out|unrolled view|unfolds|laid out along|seen over time|opened up in time',
  },
  DEPTHTIME: {
    ko: '깊이는시퀀스길이|깊이는길이|깊이는시퀀스의길이|깊이는입력길이|결코얕은|얕은신경망이아니|얕은망이아니|얕지않|층처럼쌓|층처럼작용|옆으로긴것이곧|겹이포개|겹포개|겹을쌓|시점수만큼의층|시간방향깊이|가로방향깊이|시간적으로는아주깊|시간적으로는깊|시간으로보면매우깊|시간으로보면깊|시간으로는깊|스텝하나가층하나|시점하나가층하나|타임스텝하나가층|시점하나가하나의층|층이늘어난다는것과같|시간은옆으로누운층|시점수가층수|층수는시점수|깊이역할|깊이의역할|층의역할|층역할|예순층|쉰층|오십층|육십층|펴면t개|층을시점마다',
    en: 'in terms of depth|depth proportional to|adds a layer|adds one layer|another layer to the unrolled|as deep as the input|provides the depth|supplies the depth|gives the depth|that number of layers|one cell per time step|as many nonlinearities|as many cells as|copies of the one layer|copies of the layer|copies of the same layer|every point is a layer|every step is a layer|each step is a layer|every step is another layer|each step is another layer|every time step is a layer|each time step is a layer|one layer per time|one layer for each|a layer for each|a layer per|layers in time|t layers in time|deep only in time|time axis supplies|as if sixty|as if fifty|the same as fifty layers|same as sixty layers|visited fifty times|visited sixty times|equivalent to a stack|stack of layers|into that number of layers|t-layer*|how many steps the gradient has to|the number of time steps is the depth|depth is the number of time|depth is the length|depth equals|depth is t|depth t',
  },
  NOMATTER: {
    ko: '탓이아니|딴얘기|딴이야기|다른이야기|별개의문제|도움안됨|도움안되|열개냐|몇개든|몇개이든|몇층이든|몇겹이든|하나든둘이든|여도마찬가지|하나여도마찬가지|핑계가되지',
    en: "has nothing to do|not the issue|not to blame|not the culprit|is not what matters|nothing in this count depends|was never used|never used|doesn't lessen|does not lessen|don't be fooled by|makes no difference|make no difference|is no excuse|offers no protection|not the number of|rather than the number of layers|not the layers|suffices for|is of no importance|has no bearing",
  },
  LAYERCOUNT: {
    ko: '한개냐|층이한개냐|층이1개인건|층이하나냐|차선이하나|층이하나인것|은닉층이몇',
    en: 'quantity of layers|amount of hidden|the layer count|second hidden layer|one amplifier|number of amplifiers|"one layer"|how many layers there',
  },
  EARLY: {
    ko: '오래된입력|이전의입력|맨첨|첨에들어온|맨앞에서|첫머리|첫단어|앞의내용|앞내용|첫입력|시작부분|앞에나온|앞에등장|도입|초입|긴문장에서앞|오래된|과거의입력|한참전',
    en: 'outset|oldest|steps ago|opening words|opening inputs|distant causes|distant cause|x₁|x_1|the opening|opening words|ancient|long before|a long time ago|the very first|the remote|early part|early portion|first part of|first half|front of|far-off|long past|back then|earliest|older|the distant past|distant past|many steps before',
  },
  LEARN: {
    ko: '발언권|관여|알아듣|배울수|깨닫|뭘잘못했는지|배워|고쳐지|학습에반영|들리지|보정|적응',
    en: 'unheard|unlearnable|connecting|connect|fit any rule|picked up from|told apart|learnable|be taught|gets credit|any credit|without any credit|visible|trained on|updates depend',
  },
  FORGET: {
    ko: '소외|배제|묵살|외면|누락|도외시|놓친|놓침|놓쳐|지워진다|신호에서지워|업데이트에서빠|갱신에서빠|무관한것처럼|무관하게취급|취급되|몰라|방도가없|알길이없|알길없|알도리|배움에서|모델링하기힘들|모델링하기어렵|모델링하지못|학습에서빠|학습에서제외|학습에서누락|뒷전|들리지않|닿지못|배우지못|배우지를못|배울길이없|배울수가없|학습할길이없|몬배우|앞의내용을잊|꿈쩍|그대로남|학습이안된다카|학습못|못배움|배움이없',
    en: "dead weight|sidelined|left unheard|almost no trace|no trace|undiscovered|not be linked|not linked|cannot tell the weights|tell the weights nothing|never discovered|stay hidden|unseen|not found out|lost to training|goes unheard|go unheard|beyond reach|unlearnable|never be learned|not a thing about|nothing about|cannot be learnt|no credit|without any credit|no way to learn|can't fit any|cannot fit any|is invisible|be missed|is missed|short memory|will be missed|no longer learn*|never get learned|go unlearned|stay untrained|barely trained|hardly trained|hardly learn*|barely learn*|not trained|remain untrained|lose sight of|loses sight of|deaf to|blind to",
  },
  LONGDEP: {
    ko: '장거리|먼거리|멀리떨어진|초반과후반|앞과뒤의|먼인과|과거와현재의|긴시간간격|긴간격의|먼거리의|장기간의|먼것과의|멀리떨어진단어|긴문맥|긴맥락|오래전과',
    en: 'remote dependenc*|across many steps|span many steps|over many steps|spanning many|long-distance relations|old history|wide gap|long gap|dependencies that long|so far apart|elements far apart|long intervals|spanning many steps|distant events|far apart|far-apart|events far|long context|long-context|over many steps|across long|wide apart|distant steps|distant tokens|distant words',
  },
  RECENTONLY: {
    ko: '최근정보에만|최근것에만|가까운것만|가까운것에만|직전몇|단기적인',
    en: 'recent inputs|learns from recent|learn from recent|only learns from recent|recent ones only|recent history|only the nearest|short-term only|short-sighted|the recent few',
  },
  UNSTABLE: {
    ko: '튀어|걷잡을수없|날뛰|이상한데로|이상한쪽|엉뚱한데|수직상승|튕겨나|날라가불|말아먹|날아가버|학습을망|파탄|뒤집어|학습은말|무너지|궤도를벗어|엇나가|미쳐날뛰|학습붕괴|수렴은물',
    en: 'catapult*|all over the place|out of control|uncontroll*|jump around|jumps around|like crazy|go berserk|wrecks|training blows up|never converge*|swing uncontrollabl*|uncontrollabl*|not expect sgd|stay finite|flies out|haywire|blows the|learning blows up|training explodes|collaps* of training|training collapses|training crashes|crash*|not settle|never settle*|bounce*|zigzag*|erratic*|unpredictabl*|wreck*|destroy*|spoil*|ruin*|meaningless|no longer finite',
  },
  GATED: {
    ko: '기억셀|게이트구조|게이트메커니즘|게이트를둔|게이트가있는',
    en: 'gated cell*|gated network*|gated rnn*|gated model*|gated recurrent|memory cell|lstm cell*|gating mechanism*|l-something|little doors',
  },
  MITIGATE: {
    ko: '누그러|덜어|나온것이|한결낫|흘려보낸|흘려보내|권장|쓰세요|씁니다|처방|이문제에강|문제에강하|강건|해법|해결사|구제|벗어나|피해갈|비켜|줄어듦|줄어들게|방지책|처방|특효|살아남|덜심각|이겨내|구조로바꾸|로바꾸|갈아타',
    en: 'relax*|soften*|curb*|tame*|mend*|suffer far less|suffers far less|take care of|takes care of|without loss|were the answer|gets round|get round|side passage|free of|invented for|takes a|take a|close to one|get around|gets around|got around|motivated|invention|was devised|devised|cope*|copes|would build|i would use|we would use|would use|switch to|go for|the answer is|the cure|answer to this|works better|improve*|circumvent*|sidestep*|escape*|immune|less affected|tackle*|combat*|relieve*|remedied|rescue*|way out|protect*|guard*',
  },
  CLIP: {
    ko: '길이에한도|크기에한도|노름에한도|한도를두|상한을둔|상한을둬|기울기길이를잘|길이를잘라|잘라줘|기울기를자르|기울기를잘|상한을두|기울기의길이를|기울기노름을|임계값을넘으면|임계치|제한하면',
    en: 'rescaling the gradient|bound the norm|min(1|rescale the gradient|limits the norm|limit the norm|limit on the norm|upper bound on the size|bound on the size|bound the gradient|bound on the gradient|limit the size|limiting the size|cap on|cut the gradient|cutting the gradient|cut off the gradient|threshold on|keep its norm|renormali*|clip_grad_norm|clip_grad|clipnorm|clip norm|upper bound on the gradient',
  },
  GATEWORSE: {
    ko: '쓸모가없|효과가없|의미가없|더빨리사라|더빨리소실|더빨리줄|오히려기울기|오히려더|불필요|소용이없|소용없|도움이되지않|도움이안|아무도움|쓸모없|쓸데없|무의미|필요없|필요가없|필요하지않|달라질것은없|달라질것이없|달라질게없|달라지는것은없|막지못하|악화시|더악화|더심하|보다기본rnn',
    en: "vanish even faster|vanishes faster|vanish faster|superfluous|redundant|no use|of no help|no help|useless|pointless|does not help|doesn't help|don't help|do not help|won't help|would not help|wouldn't help|cannot help here|isn't needed|is not needed|not needed|unnecessary|not necessary|not required|make that worse|makes that worse|make the vanishing worse|makes the vanishing worse|make the problem worse|makes the problem worse|make matters worse|makes matters worse|make it even worse|makes it even worse|makes things worse|make things worse|the same trouble|same issue|avoid lstm|should avoid lstm|no remedy|not a remedy|isn't a remedy|is not a solution|isn't a solution",
  },
  ADD: {
    ko: '덧셈으로누적|더해지|더하는것|더해질뿐|합산',
    en: 'adds the|adds them|adds all|are added|is added up|added together|added up|simply added|sums up|sums the|summing|summation',
  },
  FWD: {
    ko: '은닉상태h|은닉상태에|은닉상태가|은닉값이|순전파값|h가작아|h가커|h가점점|활성화가',
    en: 'hidden state of|h gets|h grows|h shrinks|h becomes|forward activations|the state gets|state vector|activation shrinks|activations shrink|signal fades forward',
  },
  ABOVEONE: {
    ko: "tanh'는항상2|미분은항상2|tanh'의값이매우크|tanh의미분이크|미분이매우크|미분값이매우크|도함수가매우크|도함수의최댓값은e|최댓값은4|최솟값이0.25|미분이2|도함수가2",
    en: "derivative of tanh is large|derivative is large|tanh' is large|tanh' is 4|derivative of the sigmoid is 4|sigmoid' can go slightly above|can go above 1|goes above 1|derivative is 2|derivative is 4|derivative is 3|slope of tanh is large|slopes are large|slopes above one|slopes above 1|slope above one|slope above 1",
  },
  VANISH: {
    ko: '배니쉬|베니쉬',
    en: 'dissapear*|disapear*|vanich*',
  },
  PERF: {
    ko: '트레이닝이잘안|트레이닝이안|훈련이잘안|학습이엉망|성능이안좋|정확도가안|정확도가내려',
    en: 'train badly|trains badly|learns badly|accuracy goes down|training will be poor|training is poor|not work properly|work properly|not work well|works badly|training suffers|learning suffers|bad training|bad performance|training gets hard|hurts training|hurts learning',
  },
  POWER: {
    ko: '제곱꼴로|승꼴로',
    en: 'to the sixtieth|to the fiftieth|to the fifty ninth|to the forty ninth|to the 59th|to the 49th|to the 60th|to the 50th|th power',
  },
  BIG: {
    ko: '말도안되게',
    en: 'berserk',
  },
}
