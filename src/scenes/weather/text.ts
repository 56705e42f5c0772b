/** The words of the scene "Temperature day by day". */
import type { SceneText } from '../sceneText.ts'

export const weatherText: SceneText = {
  task: {
    en: 'At every step the change of the day’s maximum temperature in Seattle comes in, minus its mean and divided by its standard deviation over 2012 and 2013; the network forecasts tomorrow’s change. Added to today’s maximum, it is a forecast in °C. Trained on 2012 and 2013, chosen on 2014, shown on 2015, which no network has seen.',
    es: 'En cada paso entra el cambio de la temperatura máxima del día en Seattle, menos su media y dividido por su desviación estándar de 2012 y 2013; la red pronostica el cambio de mañana. Sumado a la máxima de hoy, es un pronóstico en °C. Entrenada con 2012 y 2013, elegida con 2014, mostrada con 2015, que ninguna red ha visto.',
  },
  look: {
    en: 'Unlike CO₂ this series leaves little to forecast: repeating the last value is hard to beat. What can be learned is small: after a jump, temperature tends to come part of the way back. In the closed loop nothing new comes in: the networks go on with changes that they expect themselves, and drift. Which is nearest to what came then hangs on the day from which they start; move the timestep to see it.',
    es: 'A diferencia del CO₂, esta serie deja poco que pronosticar: repetir el último valor es difícil de superar. Lo que se puede aprender es poco: tras un salto, la temperatura suele volver una parte del camino. En el lazo cerrado no entra nada nuevo: las redes siguen con cambios que ellas mismas esperan, y derivan. Cuál queda más cerca de lo que vino depende del día desde el que parten; mueve el paso de tiempo para verlo.',
  },
  question: {
    en: 'A model’s error is 2.9 °C. Is it any good?',
    es: 'El error de un modelo es de 2,9 °C. ¿Es bueno?',
  },
  answer: {
    en: 'That cannot be said without a baseline: repeating the last value, which needs no model, is wrong by about as much.',
    es: 'No se puede decir sin una referencia: repetir el último valor, que no necesita modelo, falla casi lo mismo.',
  },
  features: { change: { en: 'change', es: 'cambio' } },
  examples: {
    spring: { en: 'March 2015, then 14 days projected', es: 'marzo de 2015, luego 14 días proyectados' },
    summer: {
      en: 'July and August 2015, then 14 days projected',
      es: 'julio y agosto de 2015, luego 14 días proyectados',
    },
  },
  symbols: null,
  marks: {},
  output: { en: 'forecast change', es: 'cambio pronosticado' },
  metric: {
    en: 'root mean square error of tomorrow’s maximum, °C, after 7 days of warm-up',
    es: 'raíz del error cuadrático medio de la máxima de mañana, °C, tras 7 días',
  },
  criterion: {
    en: 'Learned: on 2014, an error at least 3 % below that of repeating the last value.',
    es: 'Aprendió: en 2014, un error al menos un 3 % menor que el de repetir el último valor.',
  },
  baseline: { en: 'repeat the last value', es: 'repetir el último valor' },
  source: {
    en: 'NOAA National Climatic Data Center, through vega-datasets; work of the US Government; differenced and scaled.',
    es: 'NOAA National Climatic Data Center, a través de vega-datasets; obra del Gobierno de EE. UU.; diferenciada y escalada.',
  },
}
