import { NestFactory, MetadataScanner, DiscoveryService, ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Type } from '@nestjs/common';
import { RouteInventory } from '../routes/route-inventory.ts';
import { buildDocument } from './build-document.ts';
import { problemsPage } from './problems-page.ts';
import { toYaml } from './yaml.ts';

/** A generated file of the repository. */
export interface GeneratedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/**
 * The documents that follow from the controllers of a root module. Nothing is instantiated (Nest's preview mode), so neither a
 * database nor a setting is needed.
 */
export async function generateDocuments(module: Type<unknown>): Promise<readonly GeneratedFile[]> {
  const app = await NestFactory.create<NestExpressApplication>(module, { preview: true, logger: false, abortOnError: false });
  const inventory = new RouteInventory(new DiscoveryService(app.get(ModulesContainer)), new MetadataScanner());
  const document = buildDocument(app, inventory);
  return [
    { path: 'openapi.yaml', text: toYaml(document) },
    { path: 'docs/problems.md', text: problemsPage(document) },
  ];
}
