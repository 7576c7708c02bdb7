/** Why a channel did not take a message. TEMPORARY: another attempt may succeed. PERMANENT: none ever will. */
export class ChannelFailure extends Error {
  readonly lasting: 'TEMPORARY' | 'PERMANENT';
  /** Short and without any value of the message: it is shown to employees and stands in the table. */
  readonly code: string;
  /** The channel has not said no: the answer got lost, and the message may be on its way. */
  readonly mayHaveArrived: boolean;

  constructor(
    lasting: 'TEMPORARY' | 'PERMANENT',
    code: string,
    { cause, mayHaveArrived = false }: { readonly cause?: unknown; readonly mayHaveArrived?: boolean } = {},
  ) {
    super(`The channel did not take the message: ${code}.`, { cause });
    this.name = 'ChannelFailure';
    this.lasting = lasting;
    this.code = code;
    this.mayHaveArrived = mayHaveArrived;
  }
}

const beforeAnyByte: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EDNS',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Whether the line never stood, so that nothing can have arrived. Libraries wrap what the system said. */
export function neverConnected(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false;
  const { code, syscall, cause: deeper } = cause as { code?: unknown; syscall?: unknown; cause?: unknown };
  return (typeof code === 'string' && beforeAnyByte.includes(code)) || syscall === 'connect' || neverConnected(deeper);
}
