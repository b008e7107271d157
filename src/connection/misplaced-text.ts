// What stands in place of a secret by mistake and is none, in words. It is recognised by its form and never quoted.

export interface MisplacedText {
  /** Completes a sentence that begins with the input's name: "is a masked value". */
  readonly description: string;
  /** What to do instead, as a sentence of its own. */
  readonly remedy: string;
}

const mistakes: readonly (MisplacedText & { readonly pattern: RegExp })[] = [
  {
    pattern: /^\*+$/,
    description: 'is a masked value (***), as a log shows a secret',
    remedy: 'Give the secret itself.',
  },
  {
    pattern: /^\$\{\{.*\}\}$|^\$\(.*\)$|^\$\{?(?:env:)?\w+\}?$|^%\w+%$/is,
    description: 'is an expression or a variable that was not evaluated',
    remedy: 'Give its value: a workflow evaluates an expression in the inputs of a step, and nowhere in a secret.',
  },
  {
    pattern: /^(?:null|none|undefined|nil|\(null\)|\[object Object\]|NaN)$/i,
    description: 'is the word for a value that is missing',
    remedy: 'The step that should have produced it did not.',
  },
  {
    pattern: /^System\.Security\.SecureString$/i,
    description: 'is System.Security.SecureString, the name of a type in place of its content',
    remedy: 'In PowerShell convert it: ConvertFrom-SecureString -AsPlainText',
  },
  {
    pattern: /^(?:@\{.*\}|(?:(?:System|Microsoft)\.)(?:\w+\.)*\w+(?:\[\])?)$/is,
    description: 'is the name of a .NET type or a PowerShell object in place of its content',
    remedy: 'Give the member that holds the value.',
  },
];

/** What a trimmed text is instead of a secret; undefined when it may be one. */
export function misplacedText(text: string): MisplacedText | undefined {
  return mistakes.find(({ pattern }) => pattern.test(text));
}
