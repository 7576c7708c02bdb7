import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, Unaudited } from '../../platform/access/index.ts';
import { Operation } from '../../platform/http/index.ts';
import { OrganisationView } from './organisation.dto.ts';
import { ReadOrganisation } from './read-organisation.ts';

@ApiTags('Public')
@Controller('api/v1/public/organisation')
export class PublicOrganisationController {
  constructor(private readonly read: ReadOrganisation) {}

  @Get()
  @Public()
  @Unaudited('no client data')
  @Operation({ summary: 'The organisation of this host: its name, and how to reach it without the online service' })
  @ApiOkResponse({ type: OrganisationView })
  readOrganisation(): Promise<OrganisationView> {
    return this.read.execute();
  }
}
