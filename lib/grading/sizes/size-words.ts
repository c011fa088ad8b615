/** What a word around a size does: nothing, or it names the axis of the number beside it. */
export type SizeWordRole = 'label' | 'height' | 'width'

const vocabulary: Record<SizeWordRole, string> = {
  label: `p P pad padding padded size sizes output input out feature map pixel pixels px each every both and same side sides per on is of the
    k kernel filter zero answer total as input image it the to should must need needed be we use using with for required
    amount rows added unchanged stays remains kept keeps also square convolution conv result original 패딩 제로패딩 제로 상하좌우 사방 양쪽 한쪽 양쪽에 한쪽에 정사각형 씩 각 변 테두리 크기
    사이즈 출력 입력 특징맵 특성맵 특징 맵 커널 필터 픽셀 화소 칸 줄 답 정답 가로세로 세로가로 전체
    각각 방향 모두 유지 유지된다 유지됨 유지됩니다 유지되므로 유지한다 같음 같다 같습니다 같은 같게 같으므로 동일 동일하다 동일한 동일하게 동일함 동일합니다
    그대로 원본 원래 이미지 합성곱 결과 필요한 필요 추가 더한 즉 값 너비와 정방형 개 추가하면 하면 적용 후 됩니다 된다 되고 되며 됨 패딩한 패딩된 패딩을 합성곱한`,
  height: 'h H height heights rows row vertical vertically top bottom 세로 높이 상하 위아래 행',
  width: 'w W width widths columns column cols col horizontal horizontally left right 가로 너비 폭 좌우 열',
}

const roles = new Map<string, SizeWordRole>()
for (const role of Object.keys(vocabulary) as SizeWordRole[]) {
  for (const word of vocabulary[role].split(/\s+/)) roles.set(word.toLowerCase(), role)
}

/** Particles and endings that a Korean word may carry: 픽셀입니다, 크기는, 칸씩. */
const ending =
  /(?:은|는|이|가|을|를|의|로|으로|에|씩|와|과|만큼|이며|이고|입니다|이다|임|이에요|예요|방향|방향으로|쪽|쪽에)$/

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
