import type { Words } from './with-words'

/** Further ways in which students say the same, found in answers by other writers; added to the concepts' own forms. */
export const paraphrases: Words = {
  MUL: {
    ko: '곱함|곱한|×0.|×w|×(|*=|x0.|반토막|절반씩|배로불어|얹힌|떼는|뜯긴|비율로약|비율로축소|몫만|남지않는비율|배씩',
    en: 'scaled by|scales the error|*=|comes out t-1|gets hit by|pick up a factor|picks up a factor|contributes one factor|contributes the same|gain|x1.|goes in again|multiplicated|multiplication factor|by the same ratio|loses some fraction|lose some fraction|at most 22|of what it was',
  },
  PERSTEP: {
    ko: '이음매하나당|화살표하나마다|한발짝|발짝갈때|한칸갈때|칸씩갈때|한시점지날|한시점이지날|시점을건널|시각수만큼|매칸|시점지날때|과거로한|시간따라|스텝무조건|역방향한|앞시점에넘길',
    en: 'each step it travels|per time step at most|each transition|at all {step}|for t in|every step in time|each round trip|each generation|at each single step|every one of these|instant of time|once for each step|each additional|every additional|by every step|at every tick',
  },
  COUNT: {
    ko: '번연속|번쯤|마흔번|쉰번|오십번|49번|50번|59번|60번|번이나|(t-1)회|시각수',
    en: 'forty times|fifty times|sixty times|hundred times|49 times|59 times|50 times|60 times|49x|59x|49×|59×|twenty repeats|T-1 times',
  },
  SAMEF: {
    ko: '재활용|돌려쓰|언제나같은|언제나똑같|다시통과|모두같|하나의셀|같은셀|전부동일',
    en: 'used again|re-used|weight-tied|weight tied|the same kind of|the same ratio|always σ|same gain|each accompanied by|used agian|tied wieghts',
  },
  SHRINK: {
    ko: '말라버|남는게없|안남|못남|반토막|반도안|깎인|소진|흐릿|0에붙|기하급수적으로작|약해짐|잘안들|감지되지|안보이|작은값만|약해져|작아집|0이나다름|줄어듭|줄어듦',
    en: 'as good as zero|wallet is empty|nothing is left|nothing left|~ 0|≈ 0|= 0|=> 0|->0|-> 0|→ 0|on the way to nothing|basicaly nothing|basically nothing|comes out nearly zero|quieter|weaker|scales the error down|dies|lost at each|in vain|goes on decreasing|almost none left|really tiny|very very small|only make the gradient smaller|gets smaller',
  },
  GROW: {
    ko: '억배|불어나|불어난|걷잡을수없이|증폭|눈덩이|커집|기하급수로커|폭주',
    en: 'louder|1.5 as many|10^10 times|increases exponentially|exponential growth|ten million times|grows by 50|exponentially big|supercritical|chain reaction|times what you started',
  },
  LT1: {
    ko: '1미만|1아래|1이안되|1이채안|1/4이하|1/4아래|4분의1도|고작1/4|1보다작은몫|1을넘지못|절댓값<1|절댓값이1보다작|미만의수|0.몇|1이하|공비가1보다작',
    en: 'below 100 %|below 100|under 1|less than unity|never exceeds one|never exceeds 1|minor than 1|smaller than one|lower than one|both < 1|each of norm < 1|something < 1|lies between 0 and 1|lies b/w 0 and 1|in between 0 and 1|at most a quarter|slope of a quarter|maximal 1|a good deal smaller|under one|tanh prime is 1 only|< 1 every time|less then 1|lets, say, 80',
  },
  GT1: {
    ko: '1을넘|1보다크|1초과|1.5>1|1을초과',
    en: 'greater than one|bigger than one|1.5 > 1|above 1|above one|over 1|more than one|k = 1.5|gain 1.4',
  },
  DERIV: {
    ko: '민감도|편미분|접선|미분값|가장가파른|기울기가고작',
    en: "tanh prime|tanh'|1-h²|1 - h|s(1-s)|σ'|sigma'|steepest|squashing slope|derivation of|slope of the activation|max slope",
  },
  ONELAYER: {
    ko: '은닉층이한개|층이한개|층한개|한층짜리|층을한개|층을하나|한개의층|레이어는하나|층은한개|하나의hiddenlayer|단일은닉층|1개층|층1개|은닉층1개',
    en: '1 hidden layer|"one layer"|one-hidden-layer|1-layer|only one layer|having a single layer|single layer|only 1 layer|one of the layers|only the one kind|only one type|there is a single layer',
  },
  LAYERCOUNT: {
    ko: '층이하나든|층이몇개|은닉층이몇개|레이어개수|몇겹을쌓|층수l|층을몇|은닉층수|층의수|층이1개인건|층이1개인것|은닉층이하나인건|은닉층이하나인것|층을한개만|복사기대수|한줄이냐',
    en: 'how many hidden layers|number of hidden layers|number of layers|how many layers|n_layers|whether layers are stacked|having 1 hidden layer|having a single layer|stacked layers|it is irrelevant|layers you have to count',
  },
  NOMATTER: {
    ko: '상관x|상관없|상관이없|별상관|들어오지않|들어가지않|안들어가|지수에없|irrelevant|관계가없|관계없|문제가아니|뜻일뿐|것일뿐|다른얘기|중요하지않|나아지는문제가아니|중요하다|정한다',
    en: "is irrelevant|isn't relevant|not relevant|irrelevant|does not appear|doesn't appear|plays no part|plays no role|plays here no role|beside the point|no argument|doesn't change the exponent|does not change the exponent|is no comfort|doesn't protect you|does not protect|no matter that|doesn't count the layers|not the layers|misleading|forget about the|no comfort",
  },
  DEPTHTIME: {
    ko: '시점이60개|시점이50개|시점이많은게층|시점수가effective|시점수만들어|시퀀스길이만들어|시점수가정|지수는시간간격|effective depth|실질적depth|실질적깊이|유효깊이|층신경망|층mlp|층짜리|60개층|50개층|100개층|시점개수만큼|시점수만큼의층|길이만큼의깊이|깊이를갖는망|시점이깊이|깊이가60|깊이가50|층이길이만큼|층이그만큼|개의층을통과|층을쌓은효과|층을통과하는셈|경로의길이는t|층이쭉|40층|50층|60층|100층|t층|t개의층|시점만큼층',
    en: 'effective depth|true depth|unrolled depth|depth in time|deep in time|depth of fifty|depth of sixty|depth fifty|unrolled 50 deep|50-layer*|60-layer*|100-layer*|200 layer*|sixty layers|fifty layers|hundred layers|60 layers|50 layers|40 layers|layers in time|as long as the sequence|timesteps and not the layers|the path has|chain of t copies|t no. of layers|it also is deep|deep like many layer*|like extra layers|one more linear layer|cross t-k layers|n_layers does not appear|only t does|counts the steps|number of time steps, hence|pass through it a hundred|go through all 200|cross it once per time step|network of depth|steps and not the layers|time steps, not layers',
  },
  EARLY: {
    ko: '앞머리|앞쪽내용|앞쪽데이터|앞부분데이터|초기시점|초반시점|첫시점|초반의|옛날|h1근처|x1|t에서멀|오래된입력|맨앞사람|첫단어|옛기억|문장앞|먼시점',
    en: 'x_1|h_1|first tokens|first inputs|first timesteps|initial time steps|earliest inputs|long ago|far in the past|far into the past|at the beginning|start of the seq|start of the sequence|the start of|what was seen early|early on|came first|bar one|what entered the stack first|word 2|first neuron|whatever happened long ago|whatever happend|distant past|distant terms',
  },
  LEARN: {
    ko: '교정|목소리를|고쳐야|책임|월급|기여|배울수|배우게|알아챌',
    en: 'picked up|learnt|learned|learning signal|taken part|take part|take into account|blamed|credited|corrected|adjusted|noticed|invisible|trained|untrained|linked|learnt from|say in',
  },
  FORGET: {
    ko: '희석|묻혀|없는셈',
    en: "untrained|as good as invisible|might as well not exist|can't be linked|never be picked up|cannot adapt|out of reach|no learning signal|learns nothing|learn nothing|never learned|never learnt|not get learnt|not getting learnt|will not be learned|can't be learned|can't be blamed|can't be corrected|can't be adjusted|hardly be connected|no contribution|no effect on the training|no feedback",
  },
  LONGDEP: {
    en: 'long lags|over long|relations of long term|long term memory|long-range|long term',
    ko: '먼과거까지|장기',
  },
  RECENTONLY: {
    ko: '최근몇시점만|최근몇시점|짧은경로만|최근것만',
    en: 'recent past|last few steps|last few inputs|only learns from the recent|recent steps only',
  },
  UNSTABLE: {
    ko: '널뛰|지나쳐|절벽|망가|loss nan|lossnan|nan뜸|nan이|수렴하지|엉뚱한|이상한곳|발산',
    en: 'melts down|jumps around|inf|overflow|go to nan|turn to nan|throw the weights|steps way too large|diverge|hard to train|your ears are gone|too long and',
  },
  GATED: {
    ko: 'cellstate|updategate|forgetgate|셀상태|게이트',
    en: 'gated cell|gated units|lstm cells|lstm units',
  },
  MITIGATE: {
    ko: '덜깎|안내고|고속도로|덜어주|덜해|배웠|배운|피함|피한|막는|줄어든다|나아짐|구조로|대신|통로|길을만들|그대로옮겨|나아진다|있습니다',
    en: 'alive for longer|duty-free|invented precisely|propose|preferable|made to fix|swiched to|switched to|manages to keep|avoids it|fixes it|better|resolves|remedy|cure|keeps the knob|overcome this|may go for|we are using|introduced a',
  },
  OTHERFIX: {
    ko: '단위행렬|직교|truncated|attention|relu|스킵|skip',
    en: 'identity initialisation|identity initialization|irnn|orthogonal|truncates bptt|truncated|transformer|resnet|residual|batch norm|he init',
  },
  CLIP: {
    ko: '볼륨제한기|클리핑|clip|걸음의길이를제한',
    en: 'clip it|clip by|limiter|clipping|emergency shutdown|norm clipping',
  },
  EXPLODEFIX: {
    ko: '학습률을낮|작은weight|weight init|끊어서학습|정규화|포화되는함수|가중치를더작게|작게잡',
    en: 'weight decay|orthogonal init|smaller learning rate|smaller initial weights|take smaller|spectral radius',
  },
  PERF: {
    ko: '성능이안나|성능이나쁘|성능도떨어|성능저하의|학습성능도나빠|학습이잘되지|학습이잘안|전체적으로학습',
    en: 'bad for the training|training effect is not good|performance gets bad|performance will be poor|training becomes slow|poor on the long',
  },
}
