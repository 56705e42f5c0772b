/** Width of a column of the sheet, px: '−0.000296', the longest number of three significant digits. As in the CSS. */
export const PITCH = 60
