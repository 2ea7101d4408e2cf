import pc from 'picocolors';

/** The colours that texts use. */
export type Colours = ReturnType<typeof pc.createColors>;

/** None: for files, and for whoever does not ask. */
export const noColours: Colours = pc.createColors(false);
