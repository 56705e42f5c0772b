/** The words of the scene "CO₂ month by month". */
import type { SceneText } from '../sceneText.ts'

export const co2Text: SceneText = {
  task: {
    en: 'At every step the change of the monthly concentration comes in, minus its mean and divided by its standard deviation over 1965–1999; the network forecasts the next month’s change. Added to the last level, it is a forecast in ppm. Trained on 1965–1999, chosen on 2000–2009, shown on 2010–2020, which no network has seen. Months before 1965 are left out because some are missing.',
    es: 'En cada paso entra el cambio de la concentración mensual, menos su media y dividido por su desviación estándar de 1965–1999; la red pronostica el cambio del mes siguiente. Sumado al último nivel, es un pronóstico en ppm. Entrenada con 1965–1999, elegida con 2000–2009, mostrada con 2010–2020, que ninguna red ha visto. Los meses anteriores a 1965 se omiten porque faltan algunos.',
  },
  look: {
    en: 'The first months are guesses: from one change alone the season cannot be read. A network with memory settles within a year; the layer without memory keeps guessing, because the same change occurs in spring and in autumn. In the closed loop each forecast becomes the next input, so errors feed on themselves.',
    es: 'Los primeros meses son conjeturas: con un solo cambio no se puede leer la estación. Una red con memoria se asienta en un año; la capa sin memoria sigue adivinando, porque el mismo cambio ocurre en primavera y en otoño. En el lazo cerrado cada pronóstico es la siguiente entrada, así que los errores se alimentan de sí mismos.',
  },
  question: {
    en: 'Repeating the last value is wrong by about 1.3 ppm. In which months is it nearly right?',
    es: 'Repetir el último valor falla por unas 1,3 ppm. ¿En qué meses casi acierta?',
  },
  answer: {
    en: 'At the turning points of the season, about May and about September or October, where the level hardly changes.',
    es: 'En los puntos de giro de la estación, hacia mayo y hacia septiembre u octubre, donde el nivel apenas cambia.',
  },
  features: { change: { en: 'change', es: 'cambio' } },
  examples: {
    y2010: { en: '2010 and 2011, then 24 months projected', es: '2010 y 2011, luego 24 meses proyectados' },
    y2016: {
      en: 'April 2016 to March 2018, then 24 months projected',
      es: 'abril de 2016 a marzo de 2018, luego 24 meses proyectados',
    },
  },
  symbols: null,
  marks: {},
  output: { en: 'forecast change', es: 'cambio pronosticado' },
  metric: {
    en: 'root mean square error of next month’s level, ppm, after 12 months of warm-up',
    es: 'raíz del error cuadrático medio del nivel del mes siguiente, ppm, tras 12 meses',
  },
  criterion: {
    en: 'Learned: on 2000–2009, at most half the error of repeating the last value.',
    es: 'Aprendió: en 2000–2009, a lo sumo la mitad del error de repetir el último valor.',
  },
  baseline: { en: 'repeat the last value', es: 'repetir el último valor' },
  source: {
    en: 'Scripps CO2 Program, Mauna Loa Observatory, through vega-datasets; licence CC-BY 4.0; differenced and scaled.',
    es: 'Scripps CO2 Program, Observatorio de Mauna Loa, a través de vega-datasets; licencia CC-BY 4.0; diferenciada y escalada.',
  },
}
