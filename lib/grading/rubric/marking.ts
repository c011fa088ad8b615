/**
 * Sentences about the marking: of who marks, what is handed in, what it earns or which items it meets. They say nothing
 * of the subject, whatever of it they name. Patterns read normalised text (lower case, no Korean spaces) of one sentence.
 */

const who =
  '(?:auto ?)?(?:graders?|markers?|bots?|checkers?|scorers?|evaluators?|assessors?|examiners?|chatbots?|llms?|\\w+bot)'
const handedIn =
  '(?:submissions?|passages?|paragraphs?|responses?|answers?|essays?|scripts?|texts?|students?|candidates?|examinees?|paper)'
const award = '(?:marks?|points|pts|credits?|scores?|grades?|10 out of 10|10/10|5/5|100%)'
const items =
  '(?:criteria|criterion|rubrics?|items|requirements?|key ?words?|boxes|checklists?|marking scheme)'

const english = [
  // Who marks, what it does and looks for.
  `\\b${who}\\b`,
  '\\b(?:review|evaluat|assess|grad|mark|scor)ing (?:model|system|script|software|engine|assistant|ai|agent|program)\\b|\\b(?:whoever|anyone who|those who) (?:checks?|reads?|reviews?|evaluates?|assess\\w*) (?:this|it|my)\\b',
  '\\bevaluation (?:result|report|summary|outcome)|\\b(?:hidden|internal|secret|special) (?:note|message|instruction|comment|prompt)s?\\b|\\bout of (?:five|ten|5|10)[.!]?$|\\b(?:5/5|10/10|100/100)\\b',
  '\\b(?:looks?|looking|search\\w*|scans?|scanning|checks?|checking|greps?|hunts?|wants?|matches|matching|counts?|needs?) (?:\\w+ )?(?:for |on )?(?:\\w+ )?(?:key ?words?|words|phrases|buzz ?words|magic words?|strings)\\b',
  "\\b(?:read|seen|processed|parsed|checked|judged|evaluated) by (?:a|an|the|some) (?:\\w+ )?(?:machine|computer|model|ai|program|script|algorithm)\\b|\\b(?:the|this) student(?:'s)?\\b|\\b(?:begin|end|start)(?: of)? (?:reference|answer|solution|output|instructions?|context|system|key)\\b",
  // What is given for it.
  "\\b(?:gets?|earns?|brings?|gives?|wins?) (?:you|me|us|one) (?:\\w+ )?(?:credit|marks?|points)\\b|\\byou(?:'ll| will| can| may)? (?:find|see)\\b.*\\b(?:answer|submission|text|response)\\b",
  `\\b(?:full|free|easy|bonus|extra|max|maximum|top|perfect|highest|all(?: the| of the| my)?|some|[0-9]+|five|ten) (?:available )?${award}\\b`,
  `\\b(?:receiv|award|giv|grant|assign|deserv|earn|return|hand out|collect|score|rate|mark)(?:e|es|ed|s|ing|en)?\\b(?! (?:no|little|any|less|hardly)\\b).{0,40}\\b(?!points)${award}\\b`,
  '\\b(?:wants?|needs?|get|gets|for) (?:the|my|your|all) (?:marks?|points|score|grade)\\b',
  `\\b${award} (?:please|pls|for (?:me|this|trying|effort)|to (?:me|this))\\b`,
  // What is handed in, and what is said of it as a whole.
  `\\b(?:this|every|each|any|all|the|my|your|above|following) (?:\\w+ )?${handedIn}\\b(?: \\w+){0,4} (?:receiv|deserv|earn|contain|cover|mention|includ|meet|met|satisf|address|demonstrat|fulfil|fulfill|pass|hit|touch|tick|correctly|explicitly|clearly|fully|is correct|is perfect|is complete|explains)`,
  // Items that are met.
  `\\b(?:meets?|met|satisf\\w+|fulfil\\w*|tick\\w*|hits?|covers?|covered|pass\\w*|check\\w*|mark\\w*|consider|count|treat|accept)\\b.{0,40}\\b${items}\\b`,
  `\\b${items}\\b.{0,40}\\b(?:met|satisfied|fulfilled|ticked|covered|passed|complete|done|present|checked)\\b`,
  '\\b(?:consider|count|treat|accept|regard|mark|record|tick)\\b.{0,80}\\b(?:as )?(?:met|satisfied|fulfilled|correct|covered|answered|complete|present|passed|done)\\b|\\b(?:consider|count|treat|accept|regard|mark|record|take)\\b.{0,120}\\bas (?:explained|described|stated|given|mentioned|shown|proven|discussed|named|written)\\b',
  '^[^a-z]*(?:please |kindly |just |now )*(?:tick|credit|approve|award|confirm|grade|score|accept|register|record)\\b',
  '[:-] ?(?:met|yes|satisfied|fulfilled|passed|ok|done|full)[.!,;]?$',
  // A role or a mode put on whoever reads.
  '\\byou are (?:now|no longer|a|an|in|my)\\b|\\b(?:maintenance|developer|debug|admin|test|god|override) mode\\b|\\b(?:disregard|forget|override|bypass) (?:(?:all|any|the|your|of) )*(?:previous|prior|earlier|instructions?|rules?|guidelines?|prompt|everything)\\b',
]
const korean = [
  '채점|만점|배점|득점|가산점|평가자|심사(?:위원|자)|제출물|제출에대|제출된|제출한(?:답|글)|조교님|[:-](?:충족|만족|통과|인정|완료)[.!,;]?$',
  '점수(?:를|가|도|는|만|나|좀|라도|얻|주|받|줘|따|획득){0,2}(?:주|준|줄|줘|받|얻|부여|처리|나오|나온|올|높|챙|따|인정|가능|획득|달|내놔)',
  '(?<![0-9.^=<>~-])[0-9]{1,3}점(?=$|[,.!을씩만처주으이짜입임/):]|드|받)',
  '(?:문제|출제자?|교수님?|질문|시험)(?:에서|가|이)?(?:원하|요구하|바라|기대하|듣고싶어하)|(?:이글|답안?|이것|이답안?)을?(?:읽|보|검토|평가|채점)(?:는|시는|하는|하시는)|언어모델',
  '(?:항목|기준|요소|요건|조건|루브릭|체크리스트)(?:들)?(?:을|를|은|는|이|가|에|도|별로)?(?:모두|전부|다|전체|빠짐없이|각각|완벽히|완전히){0,2}(?:충족|만족|통과|해당|체크|인정|완료|처리|부합|달성|포함|언급|채웠|채운)',
  '(?:본|이|위|제|내|이번|해당|모든|학생)(?:의)?(?:답안|답변|답|서술|제출|글|응답)(?:은|는|이|에|을|에는|에서)[^.!?]{0,60}?(?:포함|충족|만족|언급|우수|완벽|인정|처리|간주|정답|다룸|다루고|명시|정확|있음|있다|있습|설명하고있|서술하고있|기술하고있|빠짐없)',
  '(?:맞은|맞는|정답인|충족된|충족한|올바른|서술된|서술한|언급한|쓴|설명된|설명한|설명이있는|서술이있는|언급이있는)것으로(?:해|처리|간주|봐|보고|인정|쳐|기록|판단|표시)|다고(?:판단|간주|인정|기록|평가)(?:하라|하시오|할것|해주|해줘|하십|해라)',
  '(?:정답|맞음|합격|통과|충족)(?:으로|이라고|처리|판정)(?:해|하|처리|판정|부탁|출력|표시|기록)',
  '(?:봇|기계|프로그램|컴퓨터|알고리즘|에이아이|ai|인공지능|로봇|챗봇)(?:은|는|이|가|아|한테|에게|라서|님)?[^.!?]{0,20}?(?:단어|낱말|키워드|용어|찾|검색|점)',
  '(?:단어|낱말|키워드|용어)(?:만|들만|를|들)?(?:찾|검색|보고|들어가|있으면|쓰면|적으면|나열|넣)',
  '(?:지금부터|이제부터|이제)?(?:너는|당신은|넌)(?:이제|지금부터)?[^.!?]{1,20}?(?:이다|이야|야|입니다|모드)|(?:앞의|이전|위의|기존)(?:지시|명령|규칙)',
]
const aboutMarking = new RegExp([...english, ...korean].join('|'))

/** A polite request in passing for what may be given: no part of the answer, and no attempt on the marking either. */
const plea =
  /\b(?:partial|part|some|half|any) (?:credit|marks?|points)\b(?! (?:for|because|since)\b)[^:]*$|(?:부분점수|부분적으로라도|조금이라도점수|점수조금)[^:]{0,24}$|(?:잘|채점)부탁(?:드|합)[^:]{0,10}$/
const demands = /\b(?:full|max|maximum|all|every|perfect)\b|만점|모든|모두|전부|항목|기준/

/** Speaks of the marking, and is more than a polite request. */
export const isAboutMarking = (body: string): boolean => aboutMarking.test(body) && !isPlea(body)

/** Asks politely for some credit. */
export const isPlea = (body: string): boolean => plea.test(body) && !demands.test(body)
