import type { Concept } from '@/lib/grading/rubric/schema'
import { forms } from './forms'

const claim = (id: string, ko: string, en: string): Concept => ({
  id,
  kind: 'claim',
  ko: forms(ko),
  en: forms(en),
})
const thing = (id: string, ko: string, en: string): Concept => ({
  id,
  kind: 'thing',
  ko: forms(ko),
  en: forms(en),
})

/** A product over the steps. */
const product: Concept[] = [
  claim(
    'MUL',
    "나타나|나타난|들어가|들어간|끼어|누적|쌓여|쌓인다|쌓이|연속으로걸|붙어|붙게|가중되|걸림|겹쳐|중첩|배되|퍼센트씩|%씩|프로씩|반토막|절반씩|분의1로|분의일로|멱승|제곱|*0.|*1.|*w|*tanh'*f'*φ'*σ'*relu'x배|배하|곱셈|승수|걸려서|배비율|비율로|인수로붙|계수가붙|배수|몇배|씩감소|씩증가|씩불|씩빠|곱|멀티플라이|거듭제곱|누승|배씩|배가{doe}|배로줄|배로커|배만남|배율|감쇠되|한번씩붙|씩붙|붙는다|줄여서전달|씩깎|깎이|깎여|깎인|할인|복리|gobhae|gophae|gop haj|배가량|씩통과하며작|승수|비율로줄|비율로작|비율로커",
    "appears|appear|shows up|show up|turns up|brings in|brings another|accumulat*|pile up|piles up|stack up|stacks up|builds up|compounding|contribut* another|weighted by|goes in|comes in again|times w|times the weight|times the recurrent|times the derivative|times the slope|times 0.9|times 1.5|times 0.25|x 0.9|x 1.5|x 0.25|x w|x tanh'*sigma'*sigmoid'by multiplication|factor at|factor for|factor per|costs a factor|picks up a factor|picks up another|contributes a factor|another factor|extra factor|one more factor|one factor|survives each|survives every|lost at every|lost at each|loses some|loses a bit|gets damped|gets weakened|gets reduced|gets cut|gets multiplied|chained together|string of|sequence of factors|cascade*|nested derivative*|composition of|composed|t-fold|fold product|in power|power law|interest|discounted|diluted at each|filter*|repeated squashing|shrinking it|shrunk at|scaled down|scaled up|scale down|scale up|scale it|rescales|dampened at|times over|passes through w|goes through w|pass through w|multipl*|multipil*|mutipl*|product|products|prod|∏|times itself|raised to|power of|powers of|to the power|to the t|scaled|scales|scaling|rescaled|gets scaled|compound*|factor of|by a factor|by the factor|taken times|repeated application|applied repeatedly|applied again|applied over and over|applied at|applied once|is applied|passes through the same|pass through the same|goes through the same|times the same|multiplicative*|chain of jacobian*|chain of factor*|chain of derivative*|chain of multiplication*|w*w|j*j|·w·|shrinks by|reduced by|reduces it by|cut by|cut down by|loses a|loses part|multplied|mulitpl*|discount*|exponentiat*|geometric series|geometric progression|geometrically|penalty is paid|paid again|handed back|enlarged by|amplified by|magnified by|attenuated by|keep at most|you keep|stretch*|squeezed by|contracted by|halved|doubled|penalised|penalized|exponent is|the exponent",
  ),
  claim(
    'POWER',
    '멱승|지수꼴|거듭제곱꼴|t-1승|거듭제곱|누승|t제곱|t승|n제곱|n승|k제곱|k승|t-1제곱|t-1승|(t-1)제곱|(t-1)승|제곱으로|제곱에비례|제곱꼴|제곱형태|제곱만큼|지수승|지수번',
    'exponent t|exponent of|exponent 49|exponent 59|w to the|whh to the|λ^|lambda^|raised|^49|^50|^59|^60|^{49|^{59|^l|^m|^s|power series|t-fold product|n-fold product|^t|^(t|^{t|^n|^(n|^{n|^k|^(k|^{k|^(number|^length|^steps|**t|**(t|to the power|to the power of|raised to|powers of|to the t|to the n|to the t-1|w*w*w|w w w|t-th power|tth power|nth power|n-th power|power t|power of t|power of n|power n|factor^|prod_{t|prod_t|prod_{k|prod_{i|∏_|∏∂|∏w|∏(|∏ |∏f|∏σ|∏tanh|∏j|∏diag',
  ),
  claim('POWER_BELOW_ONE', '', ''),
  claim('POWER_ABOVE_ONE', '', ''),
  thing(
    'COUNT',
    '열번|스무번|오십번|쉰번|백번|수차례|몇번|수십차례|수십개|몇십개|수백개|수많은항|t번|(t-1)번|t-1번|n번|수십번|수백번|여러시점|시점수만큼|시점의수만큼|길이만큼|횟수만큼|t회|n회|시퀀스길이번|길이번|개수만큼|갯수만큼|스텝만큼|몇십번',
    'fifty|sixty|forty nine|fifty nine|forty-nine|fifty-nine|hundred|ten times|twenty times|thirty times|fifty such|sixty such|50x|49x|59x|60x|49 derivatives|fifty times|sixty times|a hundred times|hundred times|number of factors|as often as|t times|t-1 times|(t-1) times|n times|many times as|as many times|number of times|once for each|once per|one for each|one per|dozens of times|hundreds of times|t of them|t such|t factors|t-1 factors|t jacobian*|t-1 jacobian*|t-k|t terms',
  ),
  thing(
    'PERSTEP',
    '시점하나|시점이동|건널때마다|옮길때마다|내려갈때마다|돌때마다|한단계|단계를거|단계가|한타임|타임하나|매스탭|시간한칸|한번뒤로|한번앞으로|시점개수|각각의시점|시점들을|스텝들을|단계들을|한발|한걸음|한번갈|번째시점|시점이하나씩|시점을한|시점한|시점씩|스텝씩|한번거슬|이전으로갈|이전시점으로갈|앞으로갈수록|앞시점으로갈|이전시점으로|시간마다|매시간|매타임|타임마다|{kstep}마다|매{kstep}|각{kstep}|한{kstep}|{kstep}하나|모든{kstep}|{kstep}별|{kstep}수|{kstep}의수|{kstep}개수|{kstep}의개수|{kstep}갯수|{kstep}을지날|{kstep}을거칠|{kstep}을거슬|{kstep}을하나|{kstep}을건널|{kstep}을통과|{kstep}만큼|{kstep}을지나|{kstep}을거치|{kstep}간의|매번|한칸|칸씩|한스텝|1스텝|1시점|하나거슬|거슬러갈때마다|거슬러올라갈때마다|갈때마다|넘길때마다|지날때마다|거칠때마다|돌아갈때마다|올라갈때마다|이동할때마다|뒤로갈때마다|역전파할때마다|역전파될때마다|전달될때마다|전파될때마다|시점과시점|시점에서시점|시점간|시퀀스길이만큼|길이만큼|단계씩|sijeommada|maesijeom|마다|스텝이지날|시점이지날|시점이멀|시점이늘',
    'for each of the|at any {step}|per {step} back|for every|with every step|each hop|each link|each stage|each copy|each unrolled|each pass|each layer in time|at every unrolled|each recurrence|every recurrence|every loop|each loop|each cycle|every cycle|one by one|each transition|every additional {step}|every extra {step}|every further {step}|each additional {step}|each extra {step}|each further {step}|additional {step}|from the last step to the first|one {step} earlier|each unit of time|through each {step}|through every {step}|between two {step}|between neighbouring {step}|between adjacent {step}|per time-step|each of the {step}|every one of the {step}|each of these {step}|all those {step}|so many {step}|T {step}|as the {step}|at {each} {step}|in {each} {step}|for {each} {step}|{each} {step}|{each} {step} back|once per {step}|over the {step}|over {step}|across {step}|across the {step}|over time|across time|of {step}|step back|steps back|step by step|one step back|time we go back|time you go back|time it goes back|time it passes|time the gradient|number of {step}|between {step}|consecutive {step}|successive {step}|through {step}|through the {step}|through all {step}|through all the {step}|through many {step}|many {step}|as many {step}|/step|per-step|seq_len|sequence length|per unit of time|from step to step|from one step|to the previous step|to the next step|with every|with each|at each|in each|every time|each time|at all {step}|along the sequence|along the chain|length of the sequence|for a sequence of|one-step|stepwise|step wise|step-wise',
  ),
  thing(
    'SAMEF',
    '매번동일|모두동일|모두같은|전부같은|다같은|전부동일|하나의w|같은숫자|고정된|똑같은걸|같은녀석|동일한것|같은게|같은과정|같은행위|하나의같은|동일하게|같은{kweight}|동일한{kweight}|동일{kweight}|똑같은{kweight}|하나의가중치|하나의행렬|공유|재사용|가중치를계속쓰|가중치가계속쓰|같은걸|같은것을|같은식이|똑같이곱|되풀이|일정한가중치|반복사용|반복적으로사용|반복해서사용|다같은w|같은rnn셀|gateun gajungchi|매번같|항상같|늘같|늘똑같|변하지않는가중치',
    'the same thing|that same|same value|same constant|same process|same operation|same map|same linear map|only one w|one w|the one weight|a single w|single weight|one weight matrix|one matrix|one set of weights|does not vary|do not vary|reuses that|reusing|re-using|repeatedly used|used again|used repeatedly|used at every|used at each|used in every|used in each|this same|these same|that same|one fixed|fixed weight*|fixed matrix|constant weight*|reapplied|re-applied|same old|does not change from|recycled|the same recurrent|unchanged weight*|{same} {weight}|{same} recurrent {weight}|{same} hidden {weight}|{same} recurrent weight {weight}|{same} set of {weight}|{same} set of recurrent {weight}|{same} single {weight}|{same} transition {weight}|shares {weight}|share {weight}|shares its {weight}|shares the {weight}|weight sharing|parameter sharing|weight tying|reuses|reuse|reused|re-used|uses the same|w is the same|whh is the same|w_hh is the same|weights are shared|weights are the same|weight is the same|weight is shared|is shared|are shared|same at all|same at every|same at each|same in all|same in every|same for all|same for every|same for each|same one each|same {weight} each|matrix is the same|copies of w|copies of the same|copy of itself|itself|same jacobian*|always the same|does not change between|never changes',
  ),
  thing(
    'RECW',
    '순환가중치|재귀가중치|리커런트가중치|은닉가중치|가중치행렬|웨이트매트릭스|웨이트|가중치|행렬|야코비안|자코비안|인수|순환행렬|순환연결|sunhwan gajungchi|gajungchi|고윳값|고유값|특이값|스펙트럼반경',
    'recurrent weight*|recurrent matrix|recurrent weight matrix|weight matrix|weight|weights|whh|w_hh|w_h|w_rec|w_{hh}|u_h|w|hidden to hidden|eigenvalue*|spectral radius|singular value*|transition matrix|jacobian*|recurrent connection*|recurrent kernel|self connection|state transition|recurrent|∂h_t/∂h|dh_t/dh|∂h|dh',
  ),
  thing(
    'JAC',
    '야코비안|자코비안|∂h_t/∂h|∂ht/∂h|diag',
    'jacobian*|dh_t/dh|∂h_t/∂h|dht/dh|∂ht/∂h|∂h/∂h|diag|∂h_{|∂h_k|dh_k|∂h^',
  ),
  thing(
    'REPEAT',
    '줄기차게|쉬지않고|몇번이고|수도없이|수십번|수백번|연거푸|한번더|또|매회|반복|계속|거듭|여러번|매번|연속|누적|수없이|끊임없이|여러차례|잇따라|줄줄이|자꾸|되풀이|쌓이|쌓여|연쇄적|많이곱|번곱|번이나|많은횟수|다시또|banbok|gyesok|연달아|점점|곱하고곱|곱하고또',
    'every time|each time|constantly|perpetually|endlessly|many of these|many such|dozens|hundreds|so often|once more|another time|time after time|chained|again and again|repeated*|repeatedly|over and over|many times|several times|continually|continuously|successive*|successively|keep*|recursively|iteratively|consecutive*|in a row|times|multiple times|numerous times|a lot of times|so many|repetition*|compound*|many multiplications|long product|long chain|lots of|many factors|many terms|many small|product of many|countless',
  ),
  thing(
    'BACK',
    '역전파|백프롭|백프로파게이션|bptt|연쇄법칙|체인룰|체인 룰|chain rule|backprop*|시간을거슬|거꾸로|뒤로보내|역방향|거슬러|역으로|yeokjeonpa|뒤에서앞으로',
    'backprop*|back prop*|back propagat*|bptt|chain rule|backward*|going back|goes back|go back|back in time|back through time|propagat* back|backward pass|sent back|handed back|flows back|travels back|way back|error signal|passed back|step back|steps back|dl/dh|∂l/∂h',
  ),
  thing(
    'GRAD',
    '{kgrad}|giulgi',
    'gradient*|graident*|gradeint*|grads|error signal*|error|errors|blame|derivative of the loss|loss gradient|dl/|∂l/|dl_|∂l|learning signal|training signal|update signal|backpropagated signal|correction signal|credit|sensitivity',
  ),
  thing('NAMEDNUM', '', '0.9|1.5|0.225|0.25|0.5|0.8|1.1|1.2|0.7|0.6|1/4|quarter|22.5'),
  claim(
    'DIFFW',
    '서로다른가중치|다른가중치가|다른가중치를|매번다른가중치|시점마다다른가중치|각기다른가중치|각각다른가중치|시점마다가중치가다르|다른행렬|서로다른w|서로다른행렬|별개의가중치|독립된가중치|독립적인가중치|새로운가중치|시점별로다른',
    'different weight*|different matrices|different matrix|separate weight*|separate matri*|own weight matrix|own weights|own set of weights|distinct weight*|independent weight*|new weight matrix|new weights at|separate, independent',
  ),
  claim(
    'ONCE',
    '1번만|한번만들어|1회만|단한번|한번밖에|한번만곱|한번만쓰|한번만적용|딱한번|한번뿐|한번만일어|한번만이루',
    'enters once|enters only once|only once|just one time|multiplied one time|just one multiplication|only one multiplication|a single multiplication|one single derivative|a single derivative|applied just once|applied only once|applied once|multiplied once|only multiplied once|multiplied only once|used just once|used only once|only one factor|just once|only one derivative|one multiplication only',
  ),
  claim(
    'ADD',
    '더하면|더한다|더한값|더하게|더할뿐|덧셈|합산|나누면|나눈|등분|선형적으로커|선형으로|더해{ji}|더해서|더하기때문|합해{ji}|더하면서|더하니까|평균을내|나누어|나눠|상쇄|합쳐져',
    'linearly|linear growth|divided evenly|divides the|split evenly|add up|adding up|the sum|sums|added|adds up|summed|sum of|averag*|divided by the|cancel*',
  ),
]

/** What the product's factors are and where they lead. */
const factor: Concept[] = [
  thing(
    'ACT',
    '하이퍼볼릭탄젠트|쌍곡탄젠트|쌍곡선탄젠트|탄젠트|탄에이치|시그모이드|시그모이디|씨그모이드|활성화함수|활성함수|엑티베이션|액티베이션|비선형함수|렐루|hwalseonghwa|tanh|sigmoid|relu',
    'tanh|sigmoid*|sigmiod|activation*|logistic function|nonlinearit*|hyperbolic tangent|squashing function|squashing curve|relu|f(|φ|σ|phi|sigma',
  ),
  thing(
    'DERIV',
    '미분|도함수|기울기값|접선|접선의기울기|미분계수|변화율|mibun',
    "derivative*|deriviative*|derivitive*|derivate|slope*|f'φ'σ's'g'tanh'sigmoid'relu'phi'sigma'steep*|1-tanh^2|1-h^2|1-h_t^2|σ(1-σ)|local gradient*|gradient of the activation|gradient of tanh|gradient of the sigmoid|gradient of sigmoid|sech^2|differentiat*|dtanh|factor",
  ),
  claim(
    'LT1',
    '1보다한참작|반도안|1/4밖에|0.25가최대|0.25가최고|0.25가한계|0.25가최댓|0.25가상한|최고0.25|최고가0.25|최고값이0.25|최고가1|제일커도|제일큰값이|기껏해야|고작|겨우|잘해야|최대로|상한이1|상한이0.25|상한0.25|1을못|1아래|1밑|1보다아래|최대기울기가0.25|최대기울기|최대값|최댓값|최대0.2|최대0.225|0.225이하|0.225를넘지|0.225보다|0.225밖에|0.225로|0.225배|0.25배|4분의1|1/4배|1/4로|1에도못|1에는못|1보다는|절댓값이1보다|크기가1보다|노름이1보다|1까지만|0과0.25사이|0~0.25|0에서0.25|소수|1보다작|1보다더작|1보다훨씬작|1보다항상작|1보다는작|1미만|1이하|1을넘지|1을넘지못|1을넘지않|1을넘을수없|1을못넘|1을넘는일이없|1보다클수없|1보다크지않|1보다커지지|1보다같거나작|1보다작거나같|1과같거나작|1이거나그보다작|그보다작|0과1사이|0~1|0에서1사이|0부터1사이|0보다크고1보다작|(0,1)|(0,1]|최대0.25|최댓값이0.25|최댓값은0.25|최대값이0.25|최대값은0.25|최대값0.25|최댓값0.25|최대가0.25|최대1/4|최댓값이1/4|최대가1/4|0.25이하|0.25를넘지|0.25를못넘|0.25밖에|0.25이고|0.25라서|0.25보다작|1/4이하|1/4을넘지|1/4밖에|4분의1|사분의일|최대1이|최대가1|최댓값이1|최댓값은1|최대값이1|최대값은1|최댓값1|최대값1|많아야1|커야1|커봐야1|커봤자|아무리커도|가장클때도1|가장클때에도|가장커도|일보다작|하나보다작|소수를|소수가|소수점|1배미만|1보다작은|1이안되|1이안돼|1도안되|1에못미치|1보다낮|1보다적|원점에서만1|0에서만1|1boda jak|1boda jag|수축|작은값|작은수|작은숫자|작은미분|작은인수|최댓값이고작|넘지못',
    "0.25 max|0.25 tops|0.25 at most|0.25 at best|0.25 maximum|1 at most|one at most|1 at best|1 at its peak|never reaches 1|never reach 1|a fraction of|biggest it can be|largest value is|largest value of|largest it can|highest value|sub-one|less than unity|does not go above|doesn't go above|can't go above|never goes above|never go above|not go beyond|does not get above|doesn't get above|smaller 1|less 1|lesser than {one}|fewer than {one}|under unity|in the range 0 to 1|in the range (0|range from 0 to 1|ranges from 0 to 1|from 0 to 1|from 0 to 0.25|0 to 1|0 to 0.25|between 0 and 0.25|between zero and a quarter|at most 0.225|at most 22|no bigger than|not bigger than|no larger than|cannot be above|cannot be more than|can't be bigger|can't be larger|cannot be bigger|cannot surpass|never surpass*|does not surpass|maxes out|max out|max at|maximal value|maximum slope|maximal slope|maximum derivative|peak is|peak value|whose maximum|its maximum|strictly less|norm below|magnitude below|modulus below|absolute value below|smaller in magnitude|magnitude smaller|is small|are small|are all small|too small|rather small|quite small|pretty small|even smaller|fractional|percent survives|shrinking factor*|0.225|less than {one}|less then {one}|lower than {one}|lower then {one}|smaller than {one}|smaller then {one}|below {one}|under {one}|well below {one}|at most {one}|at most 0.25|at most a quarter|at most 1/4|at best 0.25|at best a quarter|at best 1/4|no more than {one}|no more than 0.25|no larger than {one}|no larger than 0.25|not larger than {one}|not larger than 0.25|not above {one}|no greater than {one}|not greater than {one}|not more than {one}|not bigger than {one}|no bigger than {one}|never exceeds {one}|never exceed {one}|never exceeds 0.25|never exceed 0.25|never above {one}|never more than {one}|never more than 0.25|never larger than {one}|never larger than 0.25|never greater than {one}|never bigger than {one}|never steeper than 1/4|never steeper than {one}|never over {one}|never go over {one}|never goes over {one}|does not exceed {one}|do not exceed {one}|cannot exceed {one}|can't exceed {one}|doesn't exceed {one}|cannot be larger than {one}|cannot be greater than {one}|can't be more than {one}|can never exceed {one}|does not exceed 0.25|cannot exceed 0.25|maximum of {one}|maximum of 0.25|maximum {one}|maximum 0.25|maximum is 0.25|maximum is {one}|maximum value of 0.25|maximum value is 0.25|maximum value of {one}|max {one}|max 0.25|max of 0.25|max is 0.25|max = 0.25|peaks at 0.25|peaks at {one}|peaks at 1/4|peak of 0.25|bounded by {one}|bounded by 0.25|bounded by 1/4|bounded above by {one}|bounded above by 0.25|upper bounded by {one}|upper bound of 0.25|is bounded by|up to 0.25|up to {one}|tops out at 0.25|tops out at {one}|capped at 0.25|capped at {one}|a quarter|one quarter|quarter|1/4|only 0.25|just 0.25|between 0 and {one}|between zero and {one}|in (0,1)|in (0,1]|(0,1]|[0,1]|(0,1)|<1|<=1|<0.25|<=0.25|<=1/4|fraction*|sub-unit|subunit|sub unit|contraction*|contracting|contractive|smaller than unity|bit less than {one}|little less than {one}|small number|small numbers|small value|small values|small factor|small factors|small derivative*|tiny factor*|usually less|usually smaller|mostly <1|mostly below {one}|is small too|number <1|numbers <1|values <1|factors <1|decimal*|below unity|<unity|a proper fraction|flat almost everywhere|less than a quarter|isn't big enough|not big enough|not large enough|below 100%|less than 100",
  ),
  claim('NUM_BELOW_ONE', '', ''),
  claim(
    'GT1',
    '1보다는크|1을웃|1위|1.5는1보다|1.5>1|1보다훌쩍|1넘|크기가1.5|1.5배|증폭계수|1.5라|1보다크|1보다커|1보다더크|1보다더커|1보다훨씬크|1보다큰|1을넘는|1을넘어|1을넘으|1을넘긴|1을넘기|1을넘고|1초과|1이상|1을초과|일보다크|1boda keu|1보다높|1배보다|1을상회|큰값이|큰수를|큰수가|큰값을|1배이상',
    'greater 1|bigger 1|larger 1|bigger as {one}|exceeds unity|in excess of {one}|over unity|greater than unity|larger than unity|1.5 times|one and a half|by 1.5|growth factor|50%|50 percent|half again|greater than {one}|greater then {one}|larger than {one}|larger then {one}|bigger than {one}|bigger then {one}|more than {one}|above {one}|over {one}|exceeds {one}|exceed {one}|exceeding {one}|higher than {one}|>1|>=1|well above {one}|at or above {one}|large number*|large factor*|big number*|higher then {one}|more then {one}|expansion|expansive|expanding|above unity',
  ),
  claim('NUM_ABOVE_ONE', '', ''),
  claim(
    'IS_ONE',
    '미분이1|미분값이1|미분값은1|미분은1|도함수가1|도함수는1|도함수=1|미분=1|기울기가1이|기울기는1이|1로일정|항상1|그대로통과|항등',
    "derivative is 1|derivative is one|derivative is exactly 1|derivative is exactly one|derivative of 1|derivative of one|derivative 1|derivative equals 1|slope 1|slope of 1|slope is 1|slope is one|slope one|derivative = 1|derivative=1|relu'=1|relu' = 1|acts as the identity|identity|passes through unchanged|lets the value through|f'=1",
  ),
  claim(
    'SHRINK',
    '영으로|0쪽|0근처|녹아|사멸|미약|티끌|먼지|힘을잃|흐지부지|꺼져|꺼진|얇아|바닥나|없는것과|없는거나|없는셈|없다시피|의미없|소멸되|줄여|줄이|작은크기|작은값으로|아주조금|거의안|거의없|조금밖에|극소|소량|0.0|10^-|쪼글|깎|깎여나|내려가|낮아{ji}|떨어지|급감|제로로|제로에|제로가|거의제로|zero|안남|못남|작아|작게|작은 기울기|뚝뚝|급속도로줄|한줌|점점줄|갈수록줄|축소되|작아{ji}|작아서사라|작게된|작게되|줄어들|줄어든|줄어듦|줄어듬|줄어|줄고|줄게|감소|감쇠|약해{ji}|약화|희미해|희석|옅어|0에가까|0에가깝|0에근접|0에수렴|0으로수렴|0으로근접|0으로다가|0에다가|0으로가|0으로간|0으로감|0으로갑|0으로떨|0으로빠|0을향|0이된|0이되|0이됨|0이돼|0이됩|0이나마찬|0과다름|0이라고|거의0|사실상0|영에가까|0에매우|0에한없|0에아주|쪼그라|축소|소멸해|죽는|죽어|죽는다|죽게|남는것이거의|남는게거의|거의남지|아무것도남지|남지않|미미해|미미한|무시할|지수적으로작|지수적감소|미세해|→0|수렴|0.000|jageoji|jakaji|0e suryeom|0e gakkap|깎여|깎인|깎이|바닥|닳아|사그라|소진|스러|흐려|증발|하락|떨어져|떨어진다|0됨|0된다|0임|0이다|0이고|0이므로|0에도달|작은값이되|작은값이된|작은수가된|작은수가되|매우작|아주작|너무작|굉장히작|극히작|극도로작|한없이작|엄청작|값이작아',
    'melt*|wither*|whittle*|wane*|ebb*|starv*|thin|thinner|faint|feeble|minuscule|microscopic|nothing remains|nothing much|hardly anything|barely anything|little is left|little remains|little left|not much left|almost none|close to nothing|practically none|goes down to|down to zero|down to 0|reduced to|dwarf*|crushed|crush|suppress*|suffocat*|eaten up|eats up|lose strength|loses strength|losing strength|lost on the way|lost along|gets lost|get lost|cut down|shaved|worn down|wears off|wear off|zero out|zeroed|vanishingly|tiny number|tiny value|tiny fraction|small fraction|ever smaller|gets tiny|get tiny|gets very small|get very small|gets small|get small|so small|too small|really small|super small|shrunken|geometric decay|exponential decay|asymptotically|rounds to zero|rounded to zero|10^-|e-|machine precision|indistinguishable from zero|not distinguishable|as good as zero|as good as gone|gone|drain*|shrink*|shrunk|shrank|decay*|decreas*|diminish*|dwindl*|fade|fades|fading|faded|fainter|dies|die|dies out|die out|dies off|die off|died|goes to zero|go to zero|going to zero|goes to 0|go to 0|going to 0|goes towards 0|goes toward 0|goes towards zero|goes toward zero|go towards zero|tends to zero|tend to zero|tends to 0|tend to 0|tends towards|approach* zero|approach* 0|approaches zero|approaches 0|approach zero|approach 0|approaching zero|approaching 0|close to zero|close to 0|closer to zero|closer to 0|converge* to zero|converges to zero|converges to 0|converge to 0|converge to zero|near zero|near to zero|near 0|nearly zero|nearly 0|almost zero|almost 0|toward zero|towards zero|toward 0|towards 0|practically zero|practically 0|basically zero|basically 0|effectively zero|essentially zero|virtually zero|to almost nothing|almost nothing|next to nothing|nothing left|nothing is left|basically no|practically nothing|becomes tiny|become tiny|tiny|gets smaller|get smaller|getting smaller|smaller and smaller|becomes smaller|become smaller|becomes small|become small|becoming small|becoming smaller|becomes very small|become very small|very small|extremely small|vanishingly small|incredibly small|exponentially small|exponentially smaller|negligible|negligibly|underflow*|kills|killed|kill|drops|drop|attenuat*|dampen*|damped|damps|damping|weaken*|weaker|evaporat*|wash* out|washes out|wiped out|squash*|→0|→~0|->0|~0|=0|reduces|reduced|reduce|declin*|loses|lost|becomes zero|become zero|becomes 0|become 0|is zero|zero for all practical|thirty zeros|zeros after|in the noise|blank|contracts|shriv*|fizzl*|melts|goes down|go down|drops off|falls|fall off|falls off|collapse*|reaches zero|reach zero|ends up at zero|to zero|to 0|to nothing|small result|insignificant|minuscule|minute amount|infinitesimal*|disappear*|dissipat*|die away|dies away|peter* out|trickl*|subside*|erod*|erase*|deteriorat*',
  ),
  claim('TINY', '', 'e-32|10^-32|10^{-32}'),
  claim('VANISH', '소실|소멸|사라{ji}|배니싱|베니싱|바니싱|없어{ji}|sosil', 'vanish*|disappear*'),
  claim(
    'GROW',
    '뻥튀|부풀|커다래|커다랗|튀어오|터지|터져|억단위|천문학|미친듯|무섭게|한없이커|솟구|날뛰|비대|거대|크다|큰수|큰값|크게|점점커|갈수록커|폭팔|엄청나|어마어마|불어|배까지|배가량|뛰어오|상승|급등|오른다|커{ji}|커지|커짐|증가|폭발|폭주|증폭|불어나|불어난|늘어나|늘어난|거대해|무한대|치솟|급증|터진|터짐|터져|터집|익스플로|기하급수적으로커|지수적으로커|지수적증가|크게된|크게되|커다란값|pokbal|엄청난값|매우큰|아주큰|무한히|무한으로|뻥튀기|발산|굉장히큰|너무크|엄청크|엄청커|억배|만배|조배|매우크|아주크|상상할수없이큰|눈덩이|배로뛰|급격히커',
    'goes wild|goes crazy|through the roof|insane*|out of hand|gigantic|larger with|bigger with|gets big|get big|becomes big|gets large|get large|ever larger|ever bigger|rocket*|soar*|mushroom*|shoot up|boom*|runaway|run away|runs away|unbounded|without bound|without limit|no bound|big value*|big gradient*|large gradient*|large value*|bursts|burst|mounts|multiplied up|expanding|expands|expand|extremely big|really big|unlimited|beyond any|explod*|explosion*|explos*|blow up|blows up|blowing up|blown up|blew up|grow|grows|growing|grew|growth|increas*|diverg*|gets larger|get larger|gets bigger|get bigger|bigger and bigger|larger and larger|becomes huge|become huge|huge|enormous*|gigantic|astronomical*|skyrocket*|amplif*|balloon*|infinity|infinite|inflate*|very large|extremely large|very big|so big|too large|too big|gets huge|becomes larger|becomes bigger|becomes very large|becomes large|out of control|magnif*|billion*|tremendous*|massive*|exponentially large|exponentially larger|snowball*|escalat*|surge*|goes up|shoots up|rises|→∞|->∞|∞|becomes enormous|swell*|multiplies itself',
  ),
  claim('HUGE', '', 'e10|e+10|10^10|10^{10}'),
  claim(
    'FAST',
    '폭발적|순식간|금방|금세|순식|기하|지수|지수적|지수함수|기하급수|급격|급속|빠르게|급감|jisu',
    'in no time|in exponential|drastic*|dramatic*|steeply|fast|sharply|exponential*|geometric*|rapid*|quickly|very fast|brutally',
  ),
  claim('SATURATE', '포화|납작|평평', 'saturat*|flat region*|flat part|flat tails'),
  claim(
    'STEADY',
    '유지|그대로|변하지않|거의일정|일정하게|비슷한크기|비슷하게|크게변하지|별로변하지|거의안변|보존|안정적|크게달라지지|크게바뀌지|거의바뀌지|1에가까|1과가까|1근처|1과비슷|1에근접|적당한크기',
    'stays about the same|stay about the same|about the same|roughly the same|nearly the same|almost the same|stays roughly|remains roughly|remains about|remains nearly|roughly constant|nearly constant|almost constant|stays constant|remains constant|preserved|is kept|keeps its size|keep its size|keeps its magnitude|similar size|same order|almost unchanged|nearly unchanged|roughly unchanged|does not change much|close to one|close to 1|near one|near 1|nearly one|nearly 1|almost one|almost 1|order of one|order one|moderate|changes little|changes only slightly|only slightly|stable|stays stable|of the same magnitude|same magnitude',
  ),
  claim(
    'UNDETERMINED',
    '정해지지않|알수없|단정할수없|판단할수없|결정되지않|확정할수없|따라달라|따라다르|달려있|경우에따라|둘다가능|소실될수도|폭발할수도|모른다|확신할수없|말할수없|정할수없|충분하지않',
    "not determined|undetermined|cannot be determined|cannot be decided|can not be determined|not decided|cannot tell|can't tell|cannot say|can't say|cannot know|depends on|depend on|it depends|either vanish or explode|either case|both are possible|either is possible|may or may not|not enough information|not sufficient to|does not guarantee|no guarantee|inconclusive|undecided|could go either way|does not imply|not necessarily|only an upper bound|just an upper bound|merely an upper bound|do not determine|does not determine|do not decide|does not decide",
  ),
]

/** Depth in time. */
const depth: Concept[] = [
  thing(
    'ONELAYER',
    '은닉층이하나|은닉층하나|은닉층이한|은닉층한|은닉층은하나|은닉층은한|은닉층이1|은닉층1개|은닉층은1|은닉층이단|단일은닉층|단층|한개의은닉층|하나의은닉층|층이하나|층이한|층은하나|층은1|층이1개|층이1|레이어가하나|레이어하나|레이어가한|레이어한|레이어1개|레이어가1|은닉계층이하나|1개의은닉층|1개층|한층|층하나|은닉층의수가1|은닉층수가1|층을하나|층이단하나|히든레이어가1|층수는한|층수가하나|층수는하나|층수가1|은닉층을하나|eunnikcheungi hana',
    'one hidden layer|single hidden layer|one layer|single layer|only one layer|just one layer|1 hidden layer|1 layer|hidden layer is only one|hidden layer is one|only one hidden|just one hidden|a single hidden|one-layer|single-layer|only a single|one floor|shallow',
  ),
  thing('LAYERWORD', '은닉층|층|레이어|층수|layer', 'layer*|stacked layers|stacking'),
  thing(
    'LAYERCOUNT',
    '층의개수|층개수|층의수|층수|은닉층의개수|은닉층개수|은닉층의수|은닉층수|은닉층의숫자|은닉층숫자|층의갯수|층갯수|레이어수|레이어개수|레이어의수|레이어갯수|층이몇|몇층|층을쌓|층이많|층의숫자|층을몇|은닉층이몇|은닉층이많',
    'number of layers|number of hidden layers|number of stacked layers|layer count|how many layers|how many hidden layers|layers are stacked|stacked layers|stacked vertically|having few layers|amount of layers|count of layers|layer number|one hidden layer|single hidden layer|only one layer|one layer|single layer|hidden layer is only one|number of floors',
  ),
  claim(
    'NOMATTER',
    '의미가아니|중요한것은|중요한건|문제는|상관없|상관이없|상관없이|관계없|관계없이|관계가없|무관|아니라|별개|중요하지않|의미없|의미가없|소용없|도움이안|도움되지|등장하지않|막지못|막을수없|막아주지|안심할수없|방지하지못|문제가아니|때문이아니|결정하지않|달라지지않|바뀌지않|아니고|이아닌',
    "is not what counts|what counts is|what matters is|not the point|does not change anything|changes nothing|no protection|doesn't change|irrelevant|does not matter|doesn't matter|do not matter|don't matter|doesnt matter|dont matter|no matter|not matter|nothing to do with|not related to|unrelated|independent of|regardless|not on the number|not the number|not from the number|doesnt come into|doesn't come into|does not come into|does not help|doesn't help|does not save|doesn't save|does not prevent|doesn't prevent|does not protect|makes no difference|not of the number|is enough|and not the number|rather than the number|not how many|even with one|does not change that|no help|not about",
  ),
  claim(
    'EVENIF',
    '하나여서도|하나일뿐|하나일지언정|하나에불과|하나라지만|하나뿐인데도|하나라도|하나여도|한개라도|한개여도|1개라도|1개여도|1개이더라도|하나더라도|하나라고해도|하나라해도|한개더라도|1개일지라도|하나일지라도|하나일때도|하나만있어도|하나지만|1개지만|한개지만|하나뿐이어도|하나뿐이라도|하나뿐이지만|하나이지만|하나인데도|한층이라도|한층이어도|하나이더라도|1개임에도|하나임에도|1개라고해서|하나라고해서|하나만써도|단층이라도|단층이어도|층을쌓지않아도|1층이라도|1층이어도|하나인rnn도|하나인rnn이라도|하나밖에없어도|하나만으로도|하나로도',
    'though it has a single|though it has only|though it has one|though there is only|though there is one|though only|while there is only|while it has only|may have only|might have only|with only one|with just one|with a single|having just one|having only one|having one|just because there is|one hidden layer still|having a single|single hidden layer unrolled|even with one|even with a single|even with only|even with just|even if there is only|even though there is only|even if hidden|even if it has only|even though it has|even if the hidden|although there is only|although it has only|although only|even a single|even one|despite having|despite the single|despite only|even when there is only|one layer is enough|even 1',
  ),
  claim(
    'UNROLL',
    '시간순으로나열|풀어놓|풀어헤|펼쳤|풀었|복제|복사본|시간축에늘어|펼치|펼쳐|펼친|펼침|펼칠|전개|언롤|언폴드|풀어내|풀어보|풀어서|풀면|늘어놓|펴면|펴보면|펴서|unroll|unfold|pyeolchi',
    'unrolling|unfolding|flatten* in time|unroll it|laid along|drawn out|copied for each|replicated|a copy for each|copies|unroll*|unfold*|unrool*|unwrap*|unravel*|unwound|laid out|spread out|open the network|opened in time|rolled out|roll out|expanded in time|expand* over time|expanded over time|expand it|written out|stretched out|expand*',
  ),
  claim(
    'DEEP',
    '오십층|백층|육십층|쉰층|예순층|겹겹이|겹|쌓아올|길게늘어|길게이어|쭉이어|층들이|층의깊|깊숙이|레이어들|깊이를|깊이로|깊이와|깊이에|깊이만큼|심층적|여러개있는것|은닉층이여러|층이여러|많은은닉층|여러개의은닉층|여러개의층|층이추가|층이더|층하나가더|층이하나더|깊은신경|고층|긴네트워크|길게이어진|길게연결|층이길어|긴사슬|긴체인|다층|깊은네트워크|깊은신경망|깊은망|깊은구조|깊은층|깊은dnn|깊은모델|깊은mlp|깊은피드포워드|깊은것|심층신경망|심층망|심층네트워크|심층|깊이|깊어{ji}|깊은|깊다|깊고|깊게|깊어|깊지|깊은rnn|딥네트워크|딥뉴럴|딥한|deep|t층|n층|층짜리|층을가진|층이쌓|층을쌓|층이생|층이이어|층이늘|층을통과|층이있는|층이된|층이되|층처럼|층과같|층에해당|층역할|층으로볼|여러층|수많은층|많은층|개의층|만큼의층|개층|다층|레이어가쌓|레이어를쌓|레이어처럼|레이어와같|여러레이어|많은레이어|층과비슷|층이나마찬|층신경망|깊숙|gipeun|층만큼|층이차곡|층이연결|층을지나|층을거치|층을거쳐|층이반복|층이길게',
    'fifty layers|sixty layers|hundred layers|fifty layer|sixty layer|hundred layer|fifty-layer|sixty-layer|hundred-layer|a hundred layers|stack of fifty|stack of sixty|layered|piled|on top of each other|one after another|in series|nested|levels|floors|cascade|tower of|series of layers|sequence of layers|feedforward network|feed forward network|feedforward net|feed-forward net|mlp|deep stack of|virtual depth|effective depth|real depth|actual depth|true depth|another layer|extra layer*|additional layer*|more layers|one more layer|adds a layer|new layer|copies of the layer|t copies|t hidden layers|several layers|lots of layers|so many layers|layered network|number of layers grows|stacked on top|stack|tower|long chain|very long network|long network|a chain of|hidden layers deep|effectively deep|deep stack|deep|deeper|depth|deep network*|very deep|as deep as|t layers|t-layer*|t layer|n layers|n-layer*|many layers|layers deep|one layer per|layer per time|layer per step|layer for each|layer for every|a layer per|stack of layers|stacked in time|layers in time|like layers|as layers|like a layer|acts like a layer|act as a layer|acts as a layer|as a layer|become a layer|becomes a layer|is a layer|equals a layer|equivalent to a layer|role that layers|role of layers|role of a layer|as many layers|many-layer*|multilayer*|multi-layer*|multi layer*|hundreds of layers|dozens of layers|layers stacked|layer network|staircase|tall stack|layers equals|layers equal|layers = t|layers=t|steps = t layers|number of layers equal*|effective layers|virtual layers|effectively layers',
  ),
  claim('LAYERS', '', ''),
  thing(
    'SEQLEN',
    '시퀀스길이|시퀀스의길이|시퀸스|시퀀스가길|길이만큼|길이에비례|길이와같|길이가|길이는|길이t|입력길이|입력의길이|입력이길|문장이길|문장길이|시점수|시점의수|시점만큼|시점개수|시점갯수|스텝수|스텝만큼|타임스텝수|단계수|길어질수록|길수록|길어지|길이|t개|t만큼|시간수|sikwonseu|sequence length|길어서|긴시퀀스',
    'sequence length|length of the sequence|length of sequence|longer sequence*|long sequence*|sequence gets longer|sequence grows|sequence is long|sequence|length|number of time steps|number of timesteps|number of steps|input length|with t|large t|t steps|time steps|timesteps|steps',
  ),
  thing(
    'TIME',
    '시간축|시간방향|시간상|시간에대해|시간을따라|시간으로|시간적|시간에따라|시계열|시점|스텝|타임|시간',
    'in time|through time|over time|across time|time dimension|time direction|time axis|time wise|timewise|temporal*|along time|along the clock|time steps|time step|timestep*|steps|step|time',
  ),
  claim(
    'DEPTHTIME',
    '한시점안에서|한시점기준|시점내에서|공간적으로는얕|세로로는|세로는|가로는|가로로는|옆으로펼|옆으로늘어|옆으로쌓|시간이라는축|길이t의사슬|길이만큼의|시점만큼의층|시점마다복제|시간방향으로복|가로방향으로길|옆으로길|수평으로깊|가로깊이|층역할을시점|시점이층의역할|시점이층역할|시점이곧|시점=층|스텝=층|시점1개당|시점하나당|시점당한층|시점당층|시점마다은닉층|시점마다레이어|시간방향으로는깊|시간방향으로층|시간방향으로쌓|시간축으로층|시간축으로쌓|시간축방향으로깊|시간방향으로여러|시간축으로여러|시간쪽으로|시퀀스길이가깊이|길이가실질|길이가사실상|길이가바로|길이만큼쌓|길이만큼여러|길이만큼이어|길이만큼길|t개의층|t개층|t개의은닉|t겹|시간이깊이|길이=깊이|깊이=길이|깊이는곧|깊이가곧|셀이길이만큼|셀이시점|셀이쭉|rnn셀이이어|실질적인깊이|사실상의깊이|실제깊이|진짜깊이|유효깊이|유효한깊이|시간방향의깊이|시간방향깊이|시간방향으로깊|시간축으로깊|시간축깊이|시간축의깊이|시간적으로깊|시간적깊이|시간에대한깊이|시간상깊이|시간도깊이|시점하나가층|시점이층|시점이하나의층|한시점이한층|한시점이하나의층|시점이곧층|시점하나하나가층|타임스텝이층|스텝이층|시점이각각층|시점마다층|시점마다하나의층|시점각각이|시점개수만큼층|시점수만큼층|시점수만큼의층|길이만큼층|길이만큼의층|길이만큼깊|시점수만큼깊|시점만큼깊|스텝수만큼깊|가로로깊|가로방향으로깊|길이가깊이|길이가곧깊이|길이가곧층|깊이는t|깊이는시퀀스|깊이가t|깊이t|깊이=t|깊이가시퀀스|길이가층|시점수가깊이|시점수가곧|층방향이아니라|경로의길이는시점|시간이층|깊이는길이|같은층을반복|같은은닉층을반복|층을반복|같은층을여러번|은닉층을여러번|같은셀을반복|같은셀을시점|셀을반복',
    'shallow in space|shallow vertically|deep as it is long|as deep as it is|vertical depth|horizontal depth|depth in space|not in space|layers in the time|deep only in time|in the time direction it|along the time axis it|time axis it is|depth is not|depth that matters|depth of the unrolled|depth of the unfolded|unrolled depth|unfolded depth|depth is really|depth is actually|depth is effectively|depth here is|depth in the time|depth in terms of time|deep with respect to time|deep with respect to the|deep over time|deep through time|deep across time|deep horizontally|deep along the|long in time|time is the depth|time is depth|time counts as|steps count as|step counts as|steps function as|step functions as|step corresponds to a layer|step corresponds to one layer|steps correspond to layers|step works like|steps work like|step behaves like|steps behave like|step acts like|step serves as|step is basically a layer|step is effectively a layer|step is equivalent|step adds|step becomes|steps become layers|turns time into|turns into a deep|becomes a deep|become a deep|becomes a very deep|is a deep network|is really a deep|is effectively a deep|is actually a deep|is in fact a deep|as many layers as|layers as the|layers as there|number of layers equal|as long as the sequence|long as the sequence|length of the sequence is the|length of the sequence acts|sequence length is the|sequence length is what|sequence length acts|sequence length plays|sequence length determines|sequence length becomes|unrolled length|unrolled network|unrolled graph|unrolled rnn|layer used|layer is used|layer is reused|layer is run|layer is visited|layer is traversed|layer gets|layer repeated|repeating the same layer|repeats the same layer|reuses the same layer|reuses one layer|one layer repeated|one layer t|one layer used|one layer applied|layer many times|deep in time|depth in time|depth over time|temporal depth|time depth|depth of the computation graph|depth of the graph|depth = t|depth=t|depth t|depth is t|depth is the|depth equals|depth equal|depth proportional|depth grows|depth increases|depth that grows|as deep as the sequence|as deep as|deep as the|deep as its|each time step is a layer|each time step acts|each step is a layer|each step is like a layer|each step acts|each time step becomes|each time step is like|every time step is|every time step acts|time step is effectively|steps act like layers|steps act as layers|steps are layers|steps are like layers|steps as layers|steps are effectively layers|steps play the role|time plays the role|time acts as depth|length acts as|length is the depth|length is its depth|length is the real depth|length determines the depth|length plays the role|one layer per|layer for each step|layer for each time|layer for every|layers as time steps|layers as there are|layers as steps|exponent is the sequence length|exponential in the sequence length|depends on the sequence length|depends on the length|depth comes from|depth is in time|depth is along|deep along|sequence acts as depth|tied weights|same layer again and again|applied again at each|passing of the same hidden layer|passes through the same layer|passes the same layer|goes through the same layer|reused at each step|same layer t times|same layer many times|the layer is applied',
  ),
]

/** Consequences. */
const effect: Concept[] = [
  thing(
    'PATH',
    '지나는길|가는길|멀어|경로|거리|길목|여정|사슬|체인|연쇄',
    'far|long way|hops|span|path|route|chain|journey|distance|way back|travel*|go back through|road',
  ),
  thing(
    'PASS',
    '통과|거치|거쳐|지나|건너|타고|돌아|순환|적용|사용',
    'pass*|travers*|travel*|go through|goes through|going through|appl*|used|reused|run*|cross*|walk*|move*|visited|executed|loop*|iterat*|invoked|called',
  ),
  thing(
    'EARLY',
    '시점1|1시점|1번시점|t=1|h1|h_1|x1|x_1|첫상태|최초|시점0|h_0|h0|앞에있던|앞에서나온|지나간|전에나온|한참앞|앞쪽에|왼쪽|이른시점|이른|시작|옛날|시간적으로먼|시간상먼|멀리있|떨어진|도입부|문두|초입|앞|앞부분|앞쪽|앞의|앞선|앞단|앞시점|앞쪽시점|초기|초반|처음|먼과거|과거|이전정보|이전시점|이전입력|이전의|오래된|오래전|멀리|먼시점|먼입력|먼정보|먼단어|먼거리|첫|첫시점|첫단어|첫입력|맨앞|시작부분|앞에나온|앞에있는|앞에입력|예전|먼저|한참전|앞타임|앞time|앞에서|앞문장|앞단어|앞입력|서두|초창기|1번째|첫번째|옛|gwageo|앞정보|앞내용',
    'step 1|step one|t = 1|t=1|h_1|h1|x_1|x1|h_0|time step 1|timestep 1|early on|at first|first thing|cause|{early} parts|in the past|back in time|the first|long before|from long|many steps ago|steps ago|steps earlier|steps back|time ago|far in the past|far from the end|left end|front|at the beginning|distant in time|older inputs|lagged|remote past|much earlier|way back|old inputs|origin|start|{early} {what}|early|earlier|earliest|first input*|first word*|first token*|initial|distant|far back|far away|past|long ago|beginning|beginning of|start of|at the start|the start|old information|far apart|remote|start|whatever came first|whatever came in first|came first|whatever happened at the start|first time steps|first step|first few|first ones|front of|start of the sequence|older|from the past|history|opening|initial part',
  ),
  claim(
    'LEARN',
    '챙기|신경|의존관계|다루|관여|효력|도움|고쳐|바뀌|바꾸|변하|따라|받|쓰이|잇|배움|반응|피드백|신호|개입|작용|힘을|알아|알려|이해|연결짓|관련짓|잡아내|추론|참고|참조|전파되어학습|가르|찾아내|활용하|학습|배우|배울|배운|배움|업데이트|업뎃|갱신|조정|반영|기억|영향|기여|외우|외울|알수|알게|파악|익히|이용|활용|고려|훈련|수정|개선|보정|인식|포착|연결|관계|연관|haksup|hakseup|맞추|맞출|써먹',
    'effect|effects|care|cares|bridge*|handle*|make use|attend|react*|assign*|credit assignment|say in|weight on|noticed|reflected|involved|taken into|access*|reach back|look back|see back|fix|told|hear*|reward*|teach|seen|say|tuned|chang*|move|blame|shape*|steer*|optimi*|help*|guid*|receiv*|get any|gets any|notice*|ever learned|learnt|touch*|heard|explain*|carry over|take part|integrat*|incorporat*|relate|responsible|relevant|play a role|role|inform*|teach*|accounted|captur*|pattern*|attribut*|trace|respond|benefit*|detect*|represent|reason about|considered|adapt*|respond*|assign*|say anything|learn*|train|trained|training|update*|influence*|influenc*|affect*|contribut*|remember*|memoriz*|memoris*|recall*|capture*|capturing|adjust*|retain*|account for|taken into account|credit|effect on|impact*|use|used|using|correct*|connect*|associat*|relate*|model|matter*|bearing|say in|signal*|learning signal|training signal|gradient signal|useful updates|feedback|information about|know*|link*|depend*|discover*|exploit*|figure out|understand*|tie|count|tune*|find* out|finds out|pick up|see|improve*|reflect*|participate*',
  ),
  claim(
    'FORGET',
    '끊겨|끊기|끊어|차단|단절|모르게|모른다|모름|무뎌|무시|놓치|놓쳐|잊음|까먹음|망각|흐릿|사장|묻|기억하지못|까먹게|망각하|묻히|흐려|지워지|잊어|잊혀|잊히|잊게|잊는|까먹|망각|잃어|잃게|잃는|정보손실|정보의손실|정보가손실|정보손실|손실되|손실됨|유실|소실된정보|희미해|기억못|못기억|단기기억|지워|날아가|묻혀|묻히',
    'short-lived|short lived|memory is short|short memor*|limited memory|memory span|cannot look|vanishes from|unlearned|unlearnt|not reached|starves|oblivious|unaware|no idea|never finds out|never know*|never hear*|miss*|drops out|dropped|discarded|left out|untouched|unchanged|starved|frozen|freeze*|stuck|gets lost|get lost|is lost|are lost|drowned|buried|vanish from memory|erased|overwritten|loses memory|loses information|lose information|out of sight|forget*|forgot*|forgotten|lost|lose*|losing|fade|fades|faded|amnesia|loses track|short memory|short-term memory|short term memory|washed out|wiped|short-sighted|shortsighted|myopic|ignored|ignores|ignore|stops mattering|stop mattering|blind to|overlook*|neglect*',
  ),
  claim(
    'REACH',
    '전달|도달|닿|전해|이어지|전파|흘러|흐르|가지|넘어가|남|유지|못감|못가|보존',
    'reach*|arriv*|carried|carry|transmit*|propagat*|pass|passes|passed|preserv*|get to|gets to|survive*|flow*|come through|remain*|persist*|stay|stays|get back|gets back|make it|makes it',
  ),
  thing(
    'INFO',
    '문장|어휘|토큰|사건|기억|시점|정보|입력|단어|내용|문맥|맥락|데이터|신호|의미|관계|의존',
    'event*|clue*|sequence|steps|step|state*|time|information|info|input*|word*|context|content*|token*|memory|memories|dependenc*|relation*|features|influence',
  ),
  thing(
    'LONGDEP',
    '긴시간차|먼관계|먼맥락|장기적|오랜시간|긴간격|멀리떨어진두|긴시퀀스의관계|긴시퀀스의의존|시간적의존|먼시점간|멀리떨어진시점|먼시점사이|먼시점과의관계|앞뒤관계|앞뒤의관계|긴거리|오래전정보|장기|장기의존|장기적의존|장기적인의존|장거리의존|긴의존|장기기억|장기적기억|오랜기억|롱텀디펜던시|롱텀|장기관계|장기적관계|장기적인관계|장기종속|장기적인연관|먼의존|긴문맥|긴맥락|장기문맥|장기패턴|long-term|long term|janggi uijon|멀리떨어진관계|멀리떨어진단어|멀리떨어진정보|멀리떨어진입력|장기 dependency|장기디펜던시|장거리관계|장기정보|먼거리의관계|먼거리관계|멀리있는정보',
    'long-range structure|long gaps|long time gap*|long delay*|time lag*|long lag*|long memory|distant cause*|cause and effect|over long time|over long horizons|long horizon*|far-reaching|long histories|long history|long-distance|distant relationships|relations over long|relationship over long|dependencies between distant|connections over long|long time spans|over long distances|long temporal|long spans|across many steps|across long gaps|over many time steps|longer-term|longer term|end of the sequence to its beginning|dependencies between far|relation between distant|relations between distant|link between distant|far-apart|long-term depend*|long term depend*|long-range depend*|long range depend*|longterm depend*|long-distance depend*|long distance depend*|long-term memor*|long-term relation*|long term relation*|long term memor*|long-term connection*|long-range link*|long range link*|long-range relation*|long-range context|long range context|long-range information|long-term information|long-term context|long-term|long term|long-range|long range|distant depend*|distant relation*|far apart|temporal depend*|long dependenc*|dependencies over long|dependencies across long|dependency over long|distant context|relationships over long|the two belong together|long distance|long-lag|long lags|long time lags',
  ),
  claim(
    'HARD',
    '못한다|힘들|어렵|약점|단점|불리|떨어|실패|못|문제|한계|저하|나빠|약하|약한|취약|못푸|어려움',
    "fail*|struggl*|unable|cannot|can't|trouble|difficult*|hard|lose*|limited|impossible|suffer*|lack*|never|problem*|issue*|poor*|degrad*|worse*|bad at|weak*|suffers|limitation*",
  ),
  claim(
    'RECENTONLY',
    '최근것|마지막몇|끝쪽|최근내용|뒤쪽입력|최근정보|최근의것|최근값|최근시점|직전|근처시점|가까운과거|가까운시점|최근몇|최근정보만|최근입력만|최근시점만|최근시점의정보에만|최근의정보만|최근단어|가까운시점만|가까운정보만|뒤쪽정보만|뒤쪽시점만|최근것만|최근에들어온것만|최근에만|가까운과거만|최근정보에만|최근정보에의존|최근입력에만|단기의존|단기기억만|뒷부분만|뒤쪽만|최근위주|최근정보위주|최근항이|최근시점위주',
    'only care about|only the last|last couple|recent inputs that|recent past only|only what is near|only what came last|dominated by|just before|immediate past|most recent|latest inputs|last few steps into account|only short|short-term patterns|only nearby|only local|local patterns|short-term information|only the end|only sees|only remembers|short range|last few inputs|recent past|only the recent|only recent|only from the last|only the last few|only the most recent|only short-term|only short term|only short-range|only short range|last few steps|recent steps|recent inputs only|recent ones|most recent inputs|dominated by the recent|dominated by recent|dominated by the last|mostly the recent|mostly recent|just the last few|just the recent|biased towards recent|biased toward recent|short-term dependenc*|short term dependenc*|focus on recent|focuses on recent|nearby steps|recent time steps|latest steps|last steps only',
  ),
  claim(
    'PERF',
    '성능저하|성능이저하|성능이떨어|성능이나빠|성능이감소|성능이낮|정확도가떨어|정확도가낮|학습이안|학습이잘안|학습이잘되지|학습이제대로|학습이어려|학습이힘들|학습이느려|학습이되지|학습을못|학습을할수없|학습이멈|훈련이어려|훈련이안|학습성능|제대로학습|잘학습되지|학습이정체|예측이나빠|잘작동하지|학습효율|학습속도',
    "performance drops|performance degrad*|performance suffers|poor performance|accuracy drops|accuracy falls|worse performance|training gets worse|training becomes hard|training becomes difficult|training is hard|training is difficult|training is slow|training slows|learning slows|learning is slow|stops learning|stop learning|does not train|doesn't train|cannot be trained|hard to train|difficult to train|training fails|does not learn|doesn't learn|cannot learn|can't learn|training stalls|learning stalls|bad performance|does not work well|doesn't work well|harder to train|trains poorly|trains slowly|learning becomes hard|learning becomes difficult|no training",
  ),
  claim(
    'UNSTABLE',
    '지나쳐|이동해버|튕|날아가|수렴하지못|수렴못|수렴이되지|수렴하지않|엉망|파괴|멀리이동|학습이안정|안정적인학습|들쭉날쭉|폭발적으로변|불안정|발산|요동|진동|nan|오버플로|오버플로우|수렴하지|수렴을못|수렴안|수렴이안|튀|튄다|튀어|inf|학습이망|학습실패|학습이실패|학습불가|학습이불가능|학습이깨|망가|널뛰|흔들|학습이안정적이지|손실이폭|loss가폭|불안정해|무한대로발산|값이깨|통제불능',
    "thrown|wild|not stable|not converge|cannot converge|can't converge|won't converge|hinder* convergence|prevent* convergence|lose* convergence|unusable|blows training|ruined|away from any|leaves the|far from the optimum|past the minimum|jump over|numeric overflow|not a number|exceed* the range|floating point|explode the loss|loss goes to infinity|break*|derail*|throws the|sends the weights|go crazy|destabil*|drastic*|meaningless|unstable|instabilit*|unstably|diverg*|nan|nans|overflow*|oscillat*|does not converge|doesn't converge|not converge|never converge*|fails to converge|fail to converge|jumps|jumping|erratic*|wreck*|destroy*|break down|breaks down|breaks training|ruin*|inf|numerical error*|numerically unstable|blow up the weights|out of range|bounce*|bouncing|overshoot*|thrown off|wildly|chaotic|collapses|crash*|loss explodes|loss blows up|ruins|spikes|spike|goes haywire|training fails",
  ),
  thing(
    'UPDATE',
    '이동|스텝이|보폭|파라미터가|가중치가한번에|업데이트|갱신|가중치변화|가중치가크게|파라미터가크게|학습스텝|가중치수정|업뎃|파라미터변화|가중치값이크게|가중치가너무|가중치가확',
    'gradient descent step*|descent step*|change in the weights|weight values|adjustments|weights get|weights are|parameters are|parameters get|parameter values|weights would|weights will|optimizer|optimiser|update*|weight change*|parameter change*|step size|steps taken|optimiser step*|optimizer step*|weights change|parameters change|weights jump|learning step*|optimization step*|gradient step*|changes to the weights',
  ),
  claim(
    'BIG',
    '너무크|멀리|급변|심하게|확|폭발|크게|커져|커지|너무커|과도|거대|지나치게|엄청|큰폭|급격',
    'way too large|drastic*|far|overshoot*|wild*|violent*|explosive*|tremendous*|unreasonabl*|absurd*|out of proportion|huge|large|big|enormous|massive|giant|too large|too big|excessive*|explod*|extreme*|gigantic|very large|overly',
  ),
]

/** Remedies. */
const remedy: Concept[] = [
  thing(
    'GATED',
    '엘에스티앰|게이트가|메모리셀|lstm|gru|엘에스티엠|지알유|장단기메모리|장단기기억|게이트|게이팅|셀상태|셀스테이트|cell state|gate|엘스티엠',
    "lstm/gru|gru/lstm|gated architecture*|input gate|output gate|update gate|reset gate|gatings|lstm|lstms|lstm's|gru|grus|gate|gates|gating|gated|long short-term memory|long short term memory|gated recurrent unit*|forget gate|cell state|constant error carousel|memory cell*|little doors",
  ),
  claim(
    'MITIGATE',
    '흐르게|전달되도록|전달할수|살아|덜받|낫|탄생|사용|쓰이|완화|해결|극복|개선|방지|막아|막을|막는|막고|막기|줄여|줄일|줄이|보완|유지|보존|조절|제어|덜발생|덜해|덜하|덜사라|덜심|해소|대응|대처|대안|대책|도움|도와|살려|살린|덜줄|없애|없앨|경감|낫다|나아|효과|나왔|등장|개발|제안|고안|사용하면|사용하는|사용하여|사용해|사용한|쓰면|쓴다|써서|써야|쓰는|씀|쓰자|이용|도입|적용|바꾸|교체|대체|wanhwa|haegyeol|가능|ok|통로|잘흐르|지름길|원활|필요|추천|쓰인다|활용|좋',
    'suffer* less|motivation|lets|flow*|do better|better|alive|carr*|less prone|robust|resistant|more stable|helpful|effective|makes it possible|less severe|less of|designed for|such as|to fix|come in|comes in|exist for|was created|were created|popular|mitigat*|alleviat*|reduc*|address*|solv*|overcome|overcomes|fix|fixes|fixed|prevent*|avoid*|help*|lessen*|ease|eases|preserv*|keep*|counter*|remedy|remedies|allow*|control*|ameliorat*|let|lets|bypass*|combat*|tackl*|cope*|copes|deal*|handle*|improv*|better|solution|cure*|relie*|weaken*|attack*|resist*|protect*|use|used|uses|using|instead|replace*|switch*|introduc*|designed|invented|developed|proposed|therefore|why|work*|rescue*|resolv*|pass|maintain*|remed*|answer|recommended|should|need*|suffer* less|less affected|highway|additive|remember*|regulat*|decide*',
  ),
  thing(
    'OTHERFIX',
    '렐루로|relu같은|relu등|다른활성화|활성화함수를바꾸|활성함수를바꾸|단위행렬로|초깃값|드롭|skip connection|직접연결|지름길연결|짧게자르|구간을나|bptt를잘라|시퀀스를짧|시퀀스를자르|시퀀스를나|relu를|relu로|relu사용|relu함수|렐루|relu|단위행렬|항등행렬|항등초기화|직교초기화|직교|초기화|xavier|skip|스킵|잔차|레지듀얼|어텐션|attention|트랜스포머|transformer|truncated|절단bptt|배치정규화|정규화|irnn|레이어정규화|클리핑|은닉층을줄',
    'different activation*|other activation*|rectifie*|rectified|identity matrix|initialise*|initialize*|transformer|self-attention|direct connection*|highway*|clip the sequence|truncat*|truncate the|chunks|leaky relu|elu|gelu|swish|relu|identity init*|orthogonal|orthogonal init*|initiali*|skip connection*|skip conection*|residual*|shortcut connection*|attention|transformer*|truncated|irnn|batch norm*|layer norm*|normalis*|normaliz*|leaky|xavier|he init*|unitary|shorter sequence*',
  ),
  thing(
    'CLIP',
    '깎아|눌러서|자름|컷|최대치|제약|깎아내|눌러|기울기를일정|기울기가일정|기울기를줄여|크기를줄여|일정범위|일정수준|일정이상|범위를제한|범위제한|제한을둬|제한을둔|제한해|클리퍼|클립핑|일정크기이상|일정값이상|일정값을넘|상한을|상한값|상한선|크기로제한|노름을일정|크기를일정|norm을일정|norm이|기울기크기를제한|한계값|최댓값을정|넘지못하게|넘으면줄|클리핑|클립|clip|clipping|잘라|자르|노름을제한|노름제한|norm을제한|상한을두|임계값|임계치|크기를제한|기울기를제한|기울기제한|그래디언트제한|norm을줄|노름을조정|노름을맞|리스케일|상한선|크기를잘라|재조정|kkeullip',
    'rein in|limit on the gradient|clipped|gradient limit*|limiting its norm|limit its|cap it|capped|capping it|hard limit|keep the gradient within|keep the norm|keeping the norm|bound on the norm|bounded norm|rescaled|shrink the gradient|reduce the gradient norm|gradient scaling|gradient cap|max norm|maximum norm|norm exceeds|norm constraint*|restrict* the gradient|restrict the norm|constrain* the gradient|bounding the gradient|cap on the gradient|upper limit on the gradient|ceiling|cutoff|cut off|truncating the gradient|clamp*|normaliz* the gradient|limits on the gradient|clip*|clipping|norm rescal*|rescal* the norm|rescal* the gradient|rescale*|cap the gradient|cap the norm|capping|threshold*|limit the norm|limit the gradient|limiting the gradient|limiting the norm|bound the gradient|norm is limited|gradient norm is capped|truncate the gradient|norm constraint|cut the gradient|trim*|scale down the gradient|scaling down the gradient|normalize the gradient|normalise the gradient|normalizing the gradient|gradient normali*',
  ),
  thing(
    'EXPLODEFIX',
    '초기값|작은가중치|가중치를낮|가중치를제한|w를줄|w를작게|w를낮|tanh로|시그모이드로|활성화함수를바꾸|활성함수를바꾸|포화|층정규화|레이어정규화|layer norm|batch norm|lr을|step size를|고윳값을|스펙트럼|lstm|gru|게이트|초기화|직교|정규화|규제|학습률|학습율|러닝레이트|가중치감쇠|weight decay|l2|truncated|절단|tanh를|시그모이드를|가중치를줄|가중치를작게|가중치크기를|배치정규화|w를1|작은초기',
    'small weight*|smaller init*|careful init*|better init*|tanh or sigmoid|saturating activation*|lower lr|reducing the learning|lowering the learning|shorter sequence*|weight regulari*|penalty|penalise|penalize|constrain the weight*|keep the weight*|smaller w|batch norm*|layer norm*|dropout|lstm*|gru*|gate*|initiali*|orthogonal*|regulari*|learning rate|weight decay|l2|truncated|smaller weight*|smaller recurrent|reduce the weight*|use tanh|use sigmoid|tanh instead|normaliz*|normalis*|spectral|reduce w|lower the weight*|unitary|shrink the weight*|scale the weight*',
  ),
]

/** What an explanation of something else talks about. */
const elsewhere: Concept[] = [
  thing(
    'SUBJECT',
    '{kgrad}|역전파|미분|도함수|가중치|웨이트|신경망|은닉|시그모이드|활성|손실|야코비안|자코비안|시퀀스|타임스텝|시점|행렬|학습|층',
    'gradient*|backprop*|bptt|derivative*|slope*|weight*|tanh*|sigmoid*|relu*|rnn*|recurrent|hidden|lstm*|gru|grus|network*|net|neural|jacobian*|loss|layer*|time step*|timestep*|time point*|unroll*|eigenvalue*|activation*|error*|w|whh|w_hh|x₁|x_1|x1|h1|grad|parameter*|giulgi*|gajungchi*|mibun*|sijeom*',
  ),
  thing(
    'FOREIGN',
    'cnn|합성곱|컨볼루션|풀링|커널|수용영역|이미지|픽셀|특징맵|잔차블록|resnet|레즈넷|트랜스포머|멀티헤드|쿼리|배치정규화|미니배치|조기종료|과적합|과대적합|드롭아웃|dying|죽은렐루|이진분류|분류기|클러스터|군집|생성모델|gan|강화학습|임베딩|소프트맥스|검증손실|데이터증강|오토인코더|결정트리|서포트벡터',
    'cnn*|convolution*|convnet*|pooling|kernel*|receptive field*|image*|pixel*|feature map*|residual block*|resnet*|transformer*|attention head*|quer*|positional encoding*|batch norm*|mini batch*|minibatch*|early stopping|overfit*|dropout|dying relu|classif*|cluster*|gan|gans|reinforcement|embedding*|softmax|validation loss|augment*|autoencoder*|decision tree*|support vector*|sparse|gpu*|momentum',
  ),
  thing('RECUR', 'rnn|순환신경망|순환', 'rnn*|recurren*|lstm*|gru|grus'),
  thing(
    'FWD',
    '입력이곱해|입력을곱|입력에곱|입력의평균|은닉상태의크기|은닉상태값|활성화값|출력의|출력들이|입력값이|순전파|정방향|포워드|출력이|출력값|출력은|은닉상태가|은닉상태의값|은닉값|활성값|통과할수록값|신호가|희석|메모리가|정보가',
    'multiplied by the input|times the input|input is multiplied|inputs are multiplied|mean of the input*|hidden states|activation values|output values|the values of h|the states|forward|forward pass|forward propagation|activations get|activation gets|activations grow|outputs between|output is close|output at|the output|outputs|hidden state goes|hidden state gets|hidden state becomes|squeezed|activations|signal gets|forward activations',
  ),
  claim(
    'LEARNRATE',
    '학습률에|학습률도|학습률의|학습률은|학습률이|학습율이|러닝레이트가|학습률때문|학습률을|학습율을|학습률설정|learning rate가',
    'learning rate',
  ),
  claim('OVERFIT', '과적합|과대적합|오버피팅', 'overfit*'),
  claim(
    'RELUZERO',
    '음수영역|dying|죽은렐루|relu가0|relu는0|relu의미분은1보다작|relu미분이1보다작|relu의미분이0',
    'dying relu|dead relu|relu saturates|relu derivative is less|derivative of relu is less|relu is zero for negative|negative region',
  ),
  claim(
    'MANYLAYERS',
    '층이부족|층이적어|은닉층이부족|은닉층이적어서|은닉층이적기|층을늘리면해결|은닉층을늘리면|층을더쌓으면|층을추가하면|은닉층을추가하면|한층이라소실|층이얕아서|얕기때문|층이깊기때문|깊은네트워크에서만|은닉층이많을수록|은닉층이많아질수록|층이많을수록|층이많아질수록|층이많아서|은닉층이많아서|은닉층이많기|층이많기|은닉층을여러개쌓|층이깊을수록|층이하나라서|층이하나뿐이라|층이1개라서|층이하나이므로|은닉층이하나라서|은닉층이하나이기때문|층도1개뿐|층이하나이기때문|은닉층이하나뿐이라',
    'adding more hidden layers|more hidden layers would|too few layers|too few hidden|too shallow|only in deep|only happens in deep|only occurs in deep|needs more layers|add more layers|add layers|because it is shallow|since it is shallow|the hidden layers are too many|many hidden layers cause|need a lot of layers|needs many layers|because of many layers|because there are many hidden|because it has many|because there is only one|because it has only one|only one hidden layer, so|number of hidden layers is what|because of the number of hidden layers|more hidden layers|only a single layer to go|is always shallow|one hidden layer is always|single layer to go through|only one hidden layer, and',
  ),
  claim(
    'ABOVEONE',
    '미분이1보다크|미분값이1보다크|도함수가1보다크|미분값은1보다크|도함수는1보다크|미분은1보다크',
    'derivative is greater than 1|derivative is larger than 1|derivative is above|derivatives greater than|derivatives larger than|derivative exceeds|derivative of tanh stays at or above|derivative above one|derivative above 1|derivative greater than|derivative larger than',
  ),
  claim(
    'GATEWORSE',
    '더심해|더나빠|심화|못막|해결하지못|lstm을쓰면더|lstm도똑같|lstm은도움이되지|lstm은효과가없|게이트는소용|lstm은소용|lstm도소용|악화',
    "does not solve|do not solve|don't solve|doesn't solve|cannot fix|does not fix|doesn't fix|no better|just as bad|cause the problem|causes the problem|cause of the problem|set off|sets off|because of the gates|due to the gates|makes it worse|make it worse|worsen*|do nothing about|does nothing about|has the same problem|is of no use|are of no use",
  ),
  claim(
    'NOCHANGE',
    '변하지않고|거의그대로|그대로전달|문제가없|문제없|영향이없|일어나지않|발생하지않|생기지않',
    'nothing happens|nothing special|unchanged|almost unchanged|no problem|does not change|does not happen',
  ),
  claim(
    'NODATA',
    '데이터가부족|데이터가적|데이터부족|학습데이터가',
    'not enough data|lack of data|too little data|more data',
  ),
  claim(
    'WEIGHTZERO',
    '가중치가0이|가중치값이0|가중치가사라|웨이트가0',
    'weights become zero|weights vanish|weights go to zero|weight becomes zero|weights are zero',
  ),
  claim(
    'MEMORYOUT',
    '메모리가부족|메모리부족|램이|계산량이|연산량이|시간이오래',
    'out of memory|memory runs out|too much computation|takes too long|computational cost|ram',
  ),
  claim('LOCALMIN', '지역최솟|지역최소|local min|안장점', 'local minim*|saddle point*'),
  claim('BIASCAUSE', '편향때문|바이어스때문|bias때문', 'because of the bias'),
  thing(
    'RUBRICID',
    'repeated_product|shrinking_factor|growing_factor|depth_in_time|long_term_effect|gated_remedy|explosion_effect|clipping_remedy',
    '',
  ),
]

export const concepts: Concept[] = [...product, ...factor, ...depth, ...effect, ...remedy, ...elsewhere]
