import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageHeading } from '../heading/route-focus';

@Component({ selector: 'app-not-found', imports: [PageHeading, RouterLink, TranslocoPipe], templateUrl: './not-found.html' })
export class NotFound {}
