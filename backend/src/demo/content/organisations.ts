import type { NewOrganisation } from '../../modules/organisation/index.ts';
import type { DemoOrganisationCode } from '../demo-persons.ts';
import { demoPhone, text } from './texts.ts';

/** The two controllers of the demo: a county, and an employment area that must never see the county's data. */
export const DEMO_ORGANISATIONS: readonly (NewOrganisation & { readonly code: DemoOrganisationCode })[] = [
  {
    code: 'NH',
    oid: '1.2.246.10.99999999',
    controllerOid: '1.2.246.10.99999999.19.1',
    name: text('Näsiharjun hyvinvointialue', 'Näsiharju välfärdsområde', 'Näsiharju wellbeing services county'),
    portalName: text('Näsiharjun ajanvaraus', 'Näsiharju tidsbokning', 'Näsiharju booking'),
    citizenHost: 'localhost',
    employeeHost: 'localhost',
    timeZone: 'Europe/Helsinki',
    languages: ['fi', 'sv', 'en'],
    contactPhone: demoPhone(25),
    contactTextNumber: demoPhone(26),
    contactHours: text('arkisin klo 9–15', 'vardagar kl. 9–15', 'weekdays 9–15'),
    contactAddress: text('Keskustori 5 B, 33100 Näsiharju', 'Centraltorget 5 B, 33100 Näsiharju', 'Keskustori 5 B, 33100 Näsiharju'),
    smsSender: 'NHalue',
    emailSender: 'ei-vastauksia@nasiharju.example',
    position: 1,
  },
  {
    code: 'NT',
    oid: '1.2.246.10.99999998',
    controllerOid: '1.2.246.10.99999998.19.1',
    name: text('Näsiharjun työllisyysalue', 'Näsiharju sysselsättningsområde', 'Näsiharju employment area'),
    portalName: text('Näsiharjun varauspalvelu', 'Näsiharju bokningstjänst', 'Näsiharju appointments'),
    citizenHost: 'tyollisyys.localhost',
    employeeHost: 'tyollisyys.localhost',
    timeZone: 'Europe/Helsinki',
    languages: ['fi', 'sv', 'en'],
    contactPhone: demoPhone(27),
    contactTextNumber: demoPhone(28),
    contactHours: text('arkisin klo 9–15', 'vardagar kl. 9–15', 'weekdays 9–15'),
    contactAddress: text('Asemakatu 1, 33100 Näsiharju', 'Stationsgatan 1, 33100 Näsiharju', 'Asemakatu 1, 33100 Näsiharju'),
    smsSender: 'NTalue',
    emailSender: 'ei-vastauksia@tyollisyys.nasiharju.example',
    position: 2,
  },
];
