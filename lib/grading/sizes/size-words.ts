/** What a word around a size does: nothing, or it names the axis of the number beside it. */
export type SizeWordRole = 'label' | 'height' | 'width'

const vocabulary: Record<SizeWordRole, string> = {
  label: `p P pad padding padded size sizes output input out feature map pixel pixels px each every both and same side sides per on is of the
    k kernel filter zero answer total 패딩 제로패딩 제로 상하좌우 사방 양쪽 한쪽 양쪽에 한쪽에 정사각형 씩 각 변 테두리 크기
    사이즈 출력 입력 특징맵 특성맵 특징 맵 커널 필터 픽셀 화소 칸 줄 답 정답 가로세로 세로가로 전체`,
  height: 'h H height heights rows row vertical vertically top bottom 세로 높이 상하 위아래 행',
  width: 'w W width widths columns column cols col horizontal horizontally left right 가로 너비 폭 좌우 열',
}

const roles = new Map<string, SizeWordRole>()
for (const role of Object.keys(vocabulary) as SizeWordRole[]) {
  for (const word of vocabulary[role].split(/\s+/)) roles.set(word.toLowerCase(), role)
}

/** Particles and endings that a Korean word may carry: 픽셀입니다, 크기는, 칸씩. */
const ending =
  /(?:은|는|이|가|을|를|의|로|으로|에|씩|만큼|이며|이고|입니다|이다|임|이에요|예요|방향|방향으로|쪽|쪽에)$/

/** The role of a run of letters, or null where it is not one of the words around a size. */
export function roleOfSizeWord(word: string): SizeWordRole | null {
  let plain = word.toLowerCase()
  for (let cut = 0; cut < 3; cut += 1) {
    const role = roles.get(plain)
    if (role !== undefined) return role
    plain = plain.replace(ending, '')
  }
  return roles.get(plain) ?? null
}
