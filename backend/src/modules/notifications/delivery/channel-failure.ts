/** Why a channel did not take a message. TEMPORARY: another attempt may succeed. PERMANENT: none ever will. */
export class ChannelFailure extends Error {
  readonly lasting: 'TEMPORARY' | 'PERMANENT';
  /** Short and without any value of the message: it is shown to employees and stands in the table. */
  readonly code: string;

  constructor(lasting: 'TEMPORARY' | 'PERMANENT', code: string, cause?: unknown) {
    super(`The channel did not take the message: ${code}.`, { cause });
    this.name = 'ChannelFailure';
    this.lasting = lasting;
    this.code = code;
  }
}
