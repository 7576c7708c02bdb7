import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, Unaudited } from '../../platform/access/index.ts';
import { ApiProblems, Operation } from '../../platform/http/index.ts';
import { BookableTypeView } from './bookable-type.dto.ts';
import { PublicCatalogueQueries } from './public-catalogue-queries.ts';
import { ServicesQuery, ServiceSummaryView, ServiceView } from './public-service.dto.ts';

@ApiTags('Public')
@Controller('api/v1/public')
export class PublicCatalogueController {
  constructor(private readonly catalogue: PublicCatalogueQueries) {}

  @Get('services')
  @Public()
  @Unaudited('no client data')
  @Operation({
    summary: 'The published services, or those that a search finds',
    description:
      'Each word of the search fits a word of a name or keyword, in any form; when no service fits them all, those that fit some, the most fitting first.',
  })
  @ApiOkResponse({ type: [ServiceSummaryView] })
  listServices(@Query() query: ServicesQuery): Promise<ServiceSummaryView[]> {
    return this.catalogue.services(query.search ?? '');
  }

  @Get('services/:slug')
  @Public()
  @Unaudited('no client data')
  @Operation({ summary: 'A published service with its guidance, offices and types' })
  @ApiProblems('NOT_FOUND')
  @ApiOkResponse({ type: ServiceView })
  readService(@Param('slug') slug: string): Promise<ServiceView> {
    return this.catalogue.service(slug);
  }

  @Get('appointment-types/:slug')
  @Public()
  @Unaudited('no client data')
  @Operation({
    summary: 'A type of appointment of a published service, for everybody or by right',
    description: 'By its slug, or by its id.',
  })
  @ApiProblems('NOT_FOUND')
  @ApiOkResponse({ type: BookableTypeView })
  readBookableType(@Param('slug') slug: string): Promise<BookableTypeView> {
    return this.catalogue.type(slug);
  }
}
