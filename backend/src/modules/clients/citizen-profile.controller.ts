import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, type CitizenPrincipal } from '../../platform/access/index.ts';
import { ApiProblems, IfMatch, Operation } from '../../platform/http/index.ts';
import {
  ChangeCitizenProfileRequest,
  CitizenProfileView,
  ConfirmContactRequest,
  ContactCodeView,
  RequestContactCodeRequest,
} from './citizen-profile.dto.ts';
import { CITIZEN_PROFILE_CHANGE, CITIZEN_PROFILE_READ } from './clients.actions.ts';
import { ContactConfirmation } from './contact-confirmation.ts';
import { OwnProfile } from './own-profile.ts';

@ApiTags('Own details')
@Controller('api/v1/citizen/profile')
export class CitizenProfileController {
  constructor(
    private readonly profile: OwnProfile,
    private readonly confirmation: ContactConfirmation,
  ) {}

  @Get()
  @Authorize(CITIZEN_PROFILE_READ)
  @Audited('ProfileRead')
  @Operation({ summary: 'Read own details' })
  @ApiOkResponse({ type: CitizenProfileView })
  readOwnProfile(@Me() citizen: CitizenPrincipal): Promise<CitizenProfileView> {
    return this.profile.read(citizen);
  }

  @Patch()
  @Authorize(CITIZEN_PROFILE_CHANGE)
  @Audited('ProfileChange')
  @Operation({
    summary: 'Change own details',
    description:
      'What is left out stays. A new number or address has to be confirmed by a code. Once one has been confirmed, changing either needs a ' +
      'sign-in of the last five minutes: else 403 FRESH_SIGN_IN_REQUIRED, nothing is changed, and `/auth/citizen/login?fresh=1` leads there.',
  })
  @ApiOkResponse({ type: CitizenProfileView })
  @ApiProblems('FRESH_SIGN_IN_REQUIRED')
  changeOwnProfile(
    @Me() citizen: CitizenPrincipal,
    @IfMatch() version: number,
    @Body() body: ChangeCitizenProfileRequest,
  ): Promise<CitizenProfileView> {
    return this.profile.change(citizen, version, body);
  }

  @Post('contact-codes')
  @Authorize(CITIZEN_PROFILE_CHANGE)
  @Audited('ContactCodeRequest')
  @Operation({ summary: 'Send a code to a number or address', description: 'Valid for ten minutes; takes the place of an earlier code.' })
  @ApiCreatedResponse({ type: ContactCodeView })
  @ApiProblems('FRESH_SIGN_IN_REQUIRED', 'CONTACT_CODE_TOO_SOON', 'TOO_MANY_CONTACT_CODES')
  requestContactCode(@Me() citizen: CitizenPrincipal, @Body() body: RequestContactCodeRequest): Promise<ContactCodeView> {
    return this.confirmation.request(citizen, body);
  }

  @Post('contact-confirmations')
  @HttpCode(200)
  @Authorize(CITIZEN_PROFILE_CHANGE)
  @Audited('ContactConfirm')
  @Operation({ summary: 'Confirm a number or address by its code' })
  @ApiOkResponse({ type: CitizenProfileView })
  @ApiProblems('FRESH_SIGN_IN_REQUIRED', 'CONTACT_CODE_WRONG', 'CONTACT_CODE_ENDED')
  confirmContact(@Me() citizen: CitizenPrincipal, @Body() body: ConfirmContactRequest): Promise<CitizenProfileView> {
    return this.confirmation.confirm(citizen, body);
  }
}
