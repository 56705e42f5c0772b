/** Width of a column of the sheet, px: a number of three significant digits with its sign. As in the CSS. */
export const PITCH = 52
