import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Problem } from '../../kernel/problem.ts';
import { Public, Unaudited } from '../access/index.ts';
import { Config } from '../config/index.ts';
import { ApiProblems, Operation } from '../http/index.ts';
import { LivenessView, ReadinessView } from './health.dto.ts';
import { NOT_READY } from './health.problems.ts';
import { Readiness } from './readiness.ts';

/** For whoever restarts processes and sends them traffic. */
@ApiTags('Operations')
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly config: Config,
  ) {}

  @Get('live')
  @Public()
  @Unaudited('no data at all')
  @Operation({ summary: 'Whether the process answers', description: 'Touches nothing else; failing it means: restart the process.' })
  @ApiOkResponse({ type: LivenessView })
  isLive(): LivenessView {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @Unaudited('names of checks only')
  @Operation({
    summary: 'Whether the process can do its work',
    description: 'Database, migrations, time-zone data and queue; 503 names what fails, in `checks`.',
  })
  @ApiOkResponse({ type: ReadinessView })
  @ApiProblems('NOT_READY')
  async isReady(): Promise<ReadinessView> {
    const checks = await this.readiness.check();
    const failed = checks.filter((check) => !check.ok);
    const issuers = this.issuers();
    if (failed.length > 0) {
      throw new Problem(NOT_READY, { params: { checks: failed.map((check) => check.name).join(', ') }, extensions: { checks, issuers } });
    }
    return { status: 'ok', checks, issuers };
  }

  private issuers(): readonly string[] {
    const providers = [this.config.citizenIdentityProvider, this.config.employeeIdentityProvider];
    return [...new Set(providers.flatMap((provider) => (provider === null ? [] : [provider.issuer])))];
  }
}
