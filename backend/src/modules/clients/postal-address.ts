/** Where a letter finds the client, in Finland. */
export interface PostalAddress {
  readonly street: string;
  /** Five digits. */
  readonly postalCode: string;
  readonly postalPlace: string;
}

/** As one field, to be encrypted whole: neither the street nor the municipality stands anywhere in clear. */
export function addressText({ street, postalCode, postalPlace }: PostalAddress): string {
  return JSON.stringify({ street: street.trim(), postalCode, postalPlace: postalPlace.trim() });
}

/** @throws Error for what was not written by `addressText` */
export function addressFrom(text: string): PostalAddress {
  const { street, postalCode, postalPlace } = JSON.parse(text) as Partial<PostalAddress>;
  if (street === undefined || postalCode === undefined || postalPlace === undefined) throw new Error('A stored address lacks a part.');
  return { street, postalCode, postalPlace };
}
