/** A language that people read here. */
export type Language = 'en' | 'zh';

/** A text in each of them. */
export type Text = Readonly<Record<Language, string>>;
