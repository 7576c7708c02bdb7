import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audited, Authorize, Me, Unaudited, type Principal } from '../../platform/access/index.ts';
import { ApiProblems, IdempotencyKey, IdempotentTransactions, IfMatch, Operation } from '../../platform/http/index.ts';
import { AddWeekTemplateVersion } from './add-week-template-version.ts';
import { ApplyTemplate } from './apply-template.ts';
import { CreateWeekTemplate } from './create-week-template.ts';
import { PreviewTemplate } from './preview-template.ts';
import { ReadWeekTemplates } from './read-week-templates.ts';
import { TemplateApplicationView, TemplatePreviewView, TemplateUndoView, WeekTemplateIdView } from './template-report.dto.ts';
import { UndoTemplateApplication } from './undo-template-application.ts';
import {
  AddWeekTemplateVersionRequest,
  ApplyTemplateRequest,
  CreateWeekTemplateRequest,
  templateEntryContent,
  templateToApply,
  weekTemplateView,
  WeekTemplateView,
} from './week-template.dto.ts';
import { WEEK_TEMPLATE_APPLY, WEEK_TEMPLATE_CHANGE, WEEK_TEMPLATE_READ } from './week-templates.actions.ts';

@ApiTags('Week templates')
@Controller('api/v1')
export class WeekTemplatesController {
  constructor(
    private readonly idempotent: IdempotentTransactions,
    private readonly read: ReadWeekTemplates,
    private readonly create: CreateWeekTemplate,
    private readonly addVersion: AddWeekTemplateVersion,
    private readonly preview: PreviewTemplate,
    private readonly apply: ApplyTemplate,
    private readonly undo: UndoTemplateApplication,
  ) {}

  @Get('week-templates')
  @Authorize(WEEK_TEMPLATE_READ)
  @Unaudited('no client data: planned weeks')
  @Operation({ summary: 'List week templates' })
  @ApiOkResponse({ type: [WeekTemplateView] })
  async listWeekTemplates(@Me() principal: Principal): Promise<WeekTemplateView[]> {
    return (await this.read.list(principal)).map(weekTemplateView);
  }

  @Get('week-templates/:id')
  @Authorize(WEEK_TEMPLATE_READ)
  @Unaudited('no client data: planned weeks')
  @Operation({ summary: 'Read a week template' })
  @ApiOkResponse({ type: WeekTemplateView })
  @ApiProblems('NOT_FOUND')
  async readWeekTemplate(@Me() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<WeekTemplateView> {
    return weekTemplateView(await this.read.one(principal, id));
  }

  @Post('week-templates')
  @Authorize(WEEK_TEMPLATE_CHANGE)
  @Audited('WeekTemplateCreate')
  @Operation({ summary: 'Create a week template' })
  @ApiCreatedResponse({ type: WeekTemplateIdView })
  @ApiProblems('NOT_FOUND', 'TEMPLATE_CODE_TAKEN', 'TEMPLATE_ENTRY_INVALID')
  createWeekTemplate(
    @Me() principal: Principal,
    @IdempotencyKey() key: string,
    @Body() body: CreateWeekTemplateRequest,
  ): Promise<WeekTemplateIdView> {
    return this.idempotent.run(principal, { key, operation: 'WeekTemplateCreate', body }, async (tx) => ({
      id: await this.create.inTransaction(tx, principal, {
        ...body,
        name: { ...body.name },
        entries: body.entries.map(templateEntryContent),
      }),
    }));
  }

  @Post('week-templates/:id/versions')
  @Authorize(WEEK_TEMPLATE_CHANGE)
  @Audited('WeekTemplateChange')
  @Operation({ summary: 'Change a week template', description: 'Adds a version; it counts from the next application on.' })
  @ApiCreatedResponse({ type: WeekTemplateIdView })
  @ApiProblems('NOT_FOUND', 'TEMPLATE_ENTRY_INVALID', 'TEMPLATE_CHANGED_MEANWHILE')
  addWeekTemplateVersion(
    @Me() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @IfMatch() version: number,
    @Body() body: AddWeekTemplateVersionRequest,
  ): Promise<WeekTemplateIdView> {
    return this.idempotent.run(principal, { key, operation: 'WeekTemplateChange', body: { id, version, ...body } }, async (tx) => ({
      id: await this.addVersion.inTransaction(tx, principal, {
        weekTemplateId: id,
        version,
        cycleWeeks: body.cycleWeeks,
        entries: body.entries.map(templateEntryContent),
      }),
    }));
  }

  @Post('week-templates/:id/preview')
  @HttpCode(200)
  @Authorize(WEEK_TEMPLATE_APPLY)
  @Unaudited('changes nothing, no client data')
  @Operation({ summary: 'Preview an application', description: 'What it would bring, and what it would leave out and why.' })
  @ApiOkResponse({ type: TemplatePreviewView })
  @ApiProblems('NOT_FOUND', 'TEMPLATE_SPAN_INVALID')
  previewTemplate(
    @Me() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ApplyTemplateRequest,
  ): Promise<TemplatePreviewView> {
    return this.preview.execute(principal, templateToApply(id, body));
  }

  @Post('week-templates/:id/applications')
  @Authorize(WEEK_TEMPLATE_APPLY)
  @Audited('TemplateApply')
  @Operation({
    summary: 'Apply a week template',
    description: 'Applying it again adds nothing; what was withdrawn by hand stays away; earlier versions make way, bookings stay.',
  })
  @ApiCreatedResponse({ type: TemplateApplicationView })
  @ApiProblems('NOT_FOUND', 'TEMPLATE_SPAN_INVALID')
  applyTemplate(
    @Me() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
    @Body() body: ApplyTemplateRequest,
  ): Promise<TemplateApplicationView> {
    return this.idempotent.run(principal, { key, operation: 'TemplateApply', body: { id, ...body } }, (tx) =>
      this.apply.inTransaction(tx, principal, templateToApply(id, body)),
    );
  }

  @Post('template-applications/:id/undo')
  @HttpCode(200)
  @Authorize(WEEK_TEMPLATE_APPLY)
  @Audited('TemplateUndo')
  @Operation({ summary: 'Undo an application', description: 'Withdraws what lies ahead and nobody has booked.' })
  @ApiOkResponse({ type: TemplateUndoView })
  @ApiProblems('NOT_FOUND', 'APPLICATION_UNDONE')
  undoTemplateApplication(@Me() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<TemplateUndoView> {
    return this.undo.execute(principal, id);
  }
}
