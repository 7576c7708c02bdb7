import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Problem } from '../../../kernel/problem.ts';
import { Audited, Authorize, defineActions, Me, NOT_FOUND, Public, Unaudited, type Principal } from '../../access/index.ts';
import { Transactions } from '../../database/index.ts';
import { ApiProblems, IdempotencyKey, IfMatch, Operation, PageQuery, RequestContext, RequestLimit } from '../index.ts';

export const { PROBE_READ } = defineActions('EMPLOYEE', { PROBE_READ: { SUPERVISOR: 'GRANTED' } });

class PlaceRequest {
  @ApiProperty({ description: 'City.', example: 'Oulu' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(5)
  readonly city!: string;
}

export class ProbeRequest {
  @ApiProperty({ description: 'How many.', type: 'integer', example: 3 })
  @IsInt()
  @Min(1)
  @Max(9)
  readonly count!: number;

  @ApiProperty({ description: 'Which.', enum: ['A', 'B'], example: 'A' })
  @IsIn(['A', 'B'])
  readonly kind!: string;

  @ApiProperty({ description: 'Where.', type: () => PlaceRequest })
  @ValidateNested()
  @Type(() => PlaceRequest)
  readonly place!: PlaceRequest;
}

export class ProbeView {
  @ApiProperty({ description: 'Organisation of the request.', example: '019ab0c2-6f0e-7c3a-9d54-2f6b8a1e7d10' })
  readonly organisationId!: string;

  @ApiProperty({ description: 'Version.', type: 'integer', example: 7 })
  readonly version!: number;
}

/** Routes that show how the platform treats any route. */
@ApiTags('Probe')
@Controller('api/v1/probe')
export class ProbeController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @Public()
  @Unaudited('a probe')
  @Operation({ summary: 'Reads the probe' })
  @ApiOkResponse({ type: ProbeView })
  readProbe(@Query() query: PageQuery): ProbeView {
    return { organisationId: RequestContext.current()?.organisationId ?? '', version: query.limit };
  }

  @Post()
  @Public()
  @Unaudited('a probe')
  @Operation({ summary: 'Writes the probe' })
  @ApiCreatedResponse({ type: ProbeView })
  writeProbe(@Body() body: ProbeRequest): ProbeView {
    return { organisationId: '', version: body.count };
  }

  @Post('keyed')
  @Public()
  @Unaudited('a probe')
  @Operation({ summary: 'Writes the probe once' })
  @ApiCreatedResponse({ type: ProbeView })
  @ApiProblems('CURSOR_INVALID')
  writeProbeOnce(@IdempotencyKey() key: string, @IfMatch() version: number): ProbeView {
    return { organisationId: key, version };
  }

  @Get('secret')
  @Authorize(PROBE_READ)
  @Unaudited('a probe')
  @Operation({ summary: 'Reads what needs a grant' })
  @ApiOkResponse({ type: ProbeView })
  readSecretProbe(@Me() principal: Principal): ProbeView {
    return { organisationId: principal.organisationId, version: 1 };
  }

  @Get('forgotten')
  @Authorize(PROBE_READ)
  @Audited('ProbeRead')
  @Operation({ summary: 'Answers without the row in the log that it promises' })
  @ApiOkResponse({ type: ProbeView })
  readProbeUnlogged(): ProbeView {
    return { organisationId: '', version: 1 };
  }

  @Get('failures/:kind')
  @Public()
  @Unaudited('a probe')
  @Operation({ summary: 'Fails in a chosen way' })
  @ApiOkResponse({ type: ProbeView })
  async failProbe(@Param('kind') kind: string): Promise<ProbeView> {
    if (kind === 'unknown') throw new Error('hetu 131052-308T of minna@example.fi');
    if (kind === 'slow') await this.transactions.system((tx) => tx.query(`SET LOCAL statement_timeout = '20ms'; SELECT pg_sleep(2)`));
    if (kind === 'statement') await this.transactions.system((tx) => tx.query(`SELECT '131052-308T'::integer`));
    throw new Problem(NOT_FOUND);
  }

  @Delete('limited')
  @Public()
  @Unaudited('a probe')
  @RequestLimit({ perAddress: 2 })
  @Operation({ summary: 'May be called twice a minute' })
  @ApiOkResponse({ type: ProbeView })
  deleteProbe(): ProbeView {
    return { organisationId: '', version: 1 };
  }
}
