import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IsOneLine } from '../../platform/http/index.ts';

const someLetter = /\S/;
const fiveDigits = /^[0-9]{5}$/;

export class PostalAddressRequest {
  @ApiProperty({ description: 'Street, number and door.', example: 'Esimerkkikatu 1 A 2', minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120)
  @Matches(someLetter)
  @IsOneLine()
  readonly street!: string;

  @ApiProperty({ description: 'Finnish postal code: five digits.', example: '00100', pattern: '^[0-9]{5}$' })
  @IsString()
  @Matches(fiveDigits)
  readonly postalCode!: string;

  @ApiProperty({ description: 'Postal place.', example: 'Helsinki', minLength: 1, maxLength: 60 })
  @IsString()
  @Length(1, 60)
  @Matches(someLetter)
  @IsOneLine()
  readonly postalPlace!: string;
}

export class PostalAddressView {
  @ApiProperty({ description: 'Street, number and door.', example: 'Esimerkkikatu 1 A 2' })
  readonly street!: string;

  @ApiProperty({ description: 'Postal code.', example: '00100' })
  readonly postalCode!: string;

  @ApiProperty({ description: 'Postal place.', example: 'Helsinki' })
  readonly postalPlace!: string;
}
