import { forms } from './forms'

/** Endings and word families that forms are composed of: `작아{ji}` stands for 작아지, 작아져, 작아진, … */
export const macros = {
  ji: forms('지|져|졌|진|질|짐|집|지는|지며'),
  ha: forms('하|해|했|한|할|함|합|하여'),
  doe: forms('되|돼|됐|된|될|됨|됩|되어'),
  each: forms(
    'each|every|per|any|each and every|every single|each single|all|all the|all of the|one|a|a single|any given|the same',
  ),
  step: forms(
    'step|time step|timestep|steps|time steps|timesteps|tick|ticks|moment|moments|time point|time points|transition|transitions|time instant|instant|hop|time index|time|stage|position|period|periods|iteration|token|recurrent step|backward step|layer of time|time slice|unit of time|time unit',
  ),
  kstep: forms(
    '시점|스텝|스탭|타임스텝|타임스탭|타임스템|timestep|timesteps|time step|step|시간단계|단계|시간스텝|시각|순간|토큰|칸',
  ),
  weight: forms(
    'weight|weights|weight matrix|weight matrices|matrix|matrices|parameter|parameters|w|whh|w_hh|w_h|u|jacobian|jacobians|factor|factors|number|numbers|value|values|amount|transformation|transform|operation|coefficient|multiplier|recurrent weight|recurrent weights|recurrent matrix|recurrent weight matrix|connection|cell|function|term|ratio|quantity|thing|constant|weight w|matrix w|hidden layer|layer',
  ),
  same: forms(
    'same|identical|very same|exact same|one and the same|exactly the same|shared|tied|common|single|unchanged',
  ),
  kweight: forms(
    '가중치|웨이트|w|whh|w_hh|행렬|매트릭스|파라미터|파라메터|매개변수|인수|값|수|숫자|계수|변환|연산|은닉층|야코비안|자코비안|셀|함수|식|순환가중치|층|가중치행렬|weight|matrix|항|배율|factor|비율|것|걸|recurrent weight|recurrent|파라미터를',
  ),
  one: forms('1|one|1.0|unity'),
  layers: forms('layer|layers|hidden layer|hidden layers|stacked layers'),
  kgrad: forms(
    '기울기|그래디언트|그라디언트|그레디언트|그레이디언트|그래디언드|그라디안트|그레디언|경사|gradient|gradients|그래디언|그라디언|미분값|오차신호|오차|구배|에러|오류신호|학습신호',
  ),
  num: forms('1|일|하나'),
  early: forms(
    'early|earlier|earliest|initial|first|first few|distant|past|remote|old|older|oldest|beginning|far away|far back|long ago|previous|previous time|faraway|far',
  ),
  what: forms(
    'input|inputs|word|words|token|tokens|time step|time steps|timestep|timesteps|step|steps|state|states|hidden state|hidden states|information|info|event|events|element|elements|part|parts|data|symbol|symbols|frame|frames|observation|observations|position|positions|moment|moments|time|times|one|ones|context|item|items|value|values|signal|signals|entries|history|past|stuff|layer|layers|cue|cues|end|ticks|tick|sequence element|sequence elements',
  ),
} satisfies Record<string, string[]>
