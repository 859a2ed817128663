// Degrees as people read them: to a centimetre, without the noise of binary fractions.

const A_CENTIMETRE = 7;

export const degreesOf = (value: number): string => String(Number(value.toFixed(A_CENTIMETRE)));
