import type { Words } from './with-words'

/** Korean written in Latin letters, as it is heard rather than by any one rule. */
export const romanised: Words = {
  MUL: { en: 'gop|gopha*|gopae*|gobha*|kophae*|gopaj*|gopse*|gophan*|gopeul' },
  POWER: { en: 'geodeupjegop*|jegop' },
  PERSTEP: {
    en: 'sijeom mada|sijeommada|shijeom mada|sijum mada|mae sijeom*|maesijeom|step mada|timestep mada|han sijeom*|hansijeom*|siganmada|sigan mada|dangye mada|dangyemada|sijeom eul jinal|hanbeonssik|han beonssik|han beon ssik',
  },
  SAMEF: {
    en: 'gateun gajungchi|ttokgateun*|ddokgateun*|dongilhan|gateun w|gateun haengnyeol|gateun gap|gateun su|gongyu*|gateun weight',
  },
  RECW: { en: 'gajungchi*|gajoongchi*|haengnyeol|sunhwan' },
  REPEAT: { en: 'gyesok*|banbok*|yeoreo beon|yeoreobeon|maebeon|jakku|geodeup' },
  COUNT: { en: 'giri mankeum|sijeom su mankeum|t beon|sibeon|baekbeon' },
  BACK: { en: 'yeokjeonpa*|yeokjunpa*|geoseulleo*|dwiro|georseulleo*' },
  GRAD: { en: 'giulgi*|girulgi*|gyeongsa|geuraedieon*|geuradieon*' },
  ACT: { en: 'hwalseong*|sigeumoideu|hwalsunghwa*' },
  DERIV: { en: 'mibun*|miboon*|dohamsu*' },
  LT1: {
    en: '1 boda jag*|1 boda jak*|1boda jag*|1boda jak*|il boda jag*|il boda jak*|choedae 1|choedae 0.25|1 miman|1 iha|ihaira|1 eul neomji|1 i choedae|0 gwa 1 sai',
  },
  GT1: { en: '1 boda keo*|1 boda keu*|1boda keu*|1boda keo*|1 boda kun|1 eul neom*|1 isang|1 chogwa' },
  SHRINK: {
    en: '0 euro|0euro|0 e ga*|0 e su*|0 i doe*|jureod*|jureo*|jaga*|jageoj*|sarajy*|sarajin*|saraji*|gamso*|yakhae*|somyeol*',
  },
  GROW: { en: 'keoj*|keojy*|jeungga*|pokbal*|neureo*|bureona*' },
  FAST: { en: 'jisujeog*|jisujeok*|gihageupsu*|geupgyeok*|ppareuge' },
  VANISH: { en: 'sosil*' },
  EVENIF: {
    en: 'hana rado|hanarado|1 gae rado|1gae rado|hana yeodo|hanayeodo|han gae rado|hana jiman|hanajiman|hana ppun*',
  },
  ONELAYER: { en: 'eunnikcheung i hana*|eunnikcheung i 1*|eunikcheung*|cheung i hana*|cheungi hana*' },
  LAYERWORD: { en: 'cheung|eunnikcheung' },
  UNROLL: { en: 'pyeolch*|pyeolc*|pulchi*|jeongae*' },
  DEEP: {
    en: 'gipeun*|gipge|gipi*|gipeo*|cheung i manh*|cheung i man*|manh eun cheung|yeoreo cheung|cheung i yeoreo*',
  },
  SEQLEN: { en: 'giri*|gireo*|sikwonseu*|siqueonseu*|ginsikwonseu' },
  TIME: { en: 'sigan|sigan chuk*|siganchuk*|sijeom*' },
  EARLY: { en: 'cheoeum*|apjjok*|apbubun*|apuro|gwageo*|chogi*|chobanbu|choban|yenal*|meon gwageo|meonjeo' },
  INFO: { en: 'iprek*|ipryeok*|imnyeok*|jeongbo*|daneo*' },
  LEARN: { en: 'hakseup*|baeu*|baewo*|yeonghyang*|gieok*|eopdeiteu*|gaengsin*' },
  FORGET: { en: 'ijeo*|mot baeu*|baeuji mot|gieok mot|gieokhaji mot|hakseup i an*|hakseup an*|hakseupi an*' },
  LONGDEP: { en: 'janggi uijon*|janggi ui jon*|jangi uijon*|janggi*' },
  HARD: { en: 'eoryeo*|himdeul*|mot hae*' },
  MITIGATE: { en: 'haegyeol*|wanhwa*|sseu*|sayong*|makeu*|maga*' },
  UNSTABLE: { en: 'balsan*|bulanjeong*' },
  CLIP: { en: 'keulliping*|jallanae*' },
}
