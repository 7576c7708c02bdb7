import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, type Principal } from '../../platform/access/index.ts';
import { ApiProblems, IdempotencyKey, Operation } from '../../platform/http/index.ts';
import { ClientSearchRequest, ClientView, CreateClientRequest } from './client.dto.ts';
import { CLIENT_CREATE, CLIENT_READ, CLIENT_SEARCH } from './clients.actions.ts';
import { CreateClient } from './create-client.ts';
import { FindClients } from './find-clients.ts';
import { ReadClient } from './read-client.ts';

@ApiTags('Clients')
@Controller('api/v1/clients')
export class ClientsController {
  constructor(
    private readonly find: FindClients,
    private readonly read: ReadClient,
    private readonly create: CreateClient,
  ) {}

  @Post('search')
  @HttpCode(200)
  @Authorize(CLIENT_SEARCH)
  @Audited('ClientSearch')
  @Operation({
    summary: 'Find clients',
    description: 'By exact identity code, or by whole last name and birth date. A search without a hit is logged too.',
  })
  @ApiOkResponse({ type: [ClientView] })
  @ApiProblems('CLIENT_SEARCH_UNCLEAR', 'TOO_MANY_IDENTITY_CODES_TODAY')
  findClients(@Me() principal: Principal, @Body() body: ClientSearchRequest): Promise<ClientView[]> {
    return this.find.execute(principal, body);
  }

  @Get(':id')
  @Authorize(CLIENT_READ)
  @Audited('ClientRead')
  @Operation({ summary: 'Read a client' })
  @ApiOkResponse({ type: ClientView })
  @ApiProblems('NOT_FOUND')
  readClient(@Me() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ClientView> {
    return this.read.execute(principal, id);
  }

  @Post()
  @Authorize(CLIENT_CREATE)
  @Audited('ClientCreate')
  @Operation({ summary: 'Add a client' })
  @ApiCreatedResponse({ type: ClientView })
  @ApiProblems('CLIENT_EXISTS', 'ADDRESS_PROTECTED', 'TOO_MANY_IDENTITY_CODES_TODAY')
  createClient(@Me() principal: Principal, @IdempotencyKey() key: string, @Body() body: CreateClientRequest): Promise<ClientView> {
    return this.create.execute(principal, key, body);
  }
}
