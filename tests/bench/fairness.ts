import { measureRates, PLANTS, type Plant } from '../helpers/simulated-exam'

/** `npm run bench:fairness`: how often unfair parameters are found, and fair ones flagged, in simulated exams. */
const runs = Number(process.argv[2] ?? 1000)
console.log(
  `${runs} simulated exams each; a planted parameter costs a quarter of the points for half of the variants.`,
)
console.log(
  `${'planted'.padEnd(14)}${'students'.padStart(9)}${'found'.padStart(9)}${'false alarms'.padStart(15)}${'ms/exam'.padStart(10)}`,
)
for (const students of [200, 100])
  for (const plant of Object.keys(PLANTS) as Plant[]) {
    const began = performance.now()
    const { found, falseAlarms } = measureRates(plant, runs, 'bench', students)
    const percent = (count: number) => `${((100 * count) / runs).toFixed(1)} %`
    console.log(
      plant.padEnd(14) +
        String(students).padStart(9) +
        (plant === 'none' ? '–' : percent(found)).padStart(9) +
        percent(falseAlarms).padStart(15) +
        ((performance.now() - began) / runs).toFixed(1).padStart(10),
    )
  }
