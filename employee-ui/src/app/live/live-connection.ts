import { InjectionToken } from '@angular/core';
import type { LiveNews } from './live-hub';

/** Tells which subjects this page shows now; none ends the watch. */
export type WatchSubjects = (subjects: readonly string[]) => void;

/** Connects the page to the live stream; called once. */
export type ConnectLive = (tell: (news: LiveNews) => void) => WatchSubjects;

export const CONNECT_LIVE = new InjectionToken<ConnectLive>('connection to the live stream');
