import type { NewUnit } from '../../modules/organisation/index.ts';
import type { DemoOrganisationCode, DemoUnitCode } from '../demo-persons.ts';
import { demoPhone, text } from './texts.ts';

/** A unit of the tree; its validity is that of the demo. */
export interface DemoUnit extends Omit<NewUnit, 'id' | 'parentId' | 'validFrom' | 'code'> {
  readonly organisation: DemoOrganisationCode;
  readonly code: DemoUnitCode;
  readonly parent: DemoUnitCode | null;
}

type Office = Omit<DemoUnit, 'kind' | 'city' | 'openingHours'> &
  Required<Pick<NewUnit, 'streetAddress' | 'arrivalInfo' | 'accessibilityInfo'>>;

const CITY = text('Näsiharju', 'Näsiharju', 'Näsiharju');

function office(given: Office): DemoUnit {
  return { kind: 'OFFICE', city: CITY, openingHours: text('ma–pe klo 8–16', 'mån–fre kl. 8–16', 'Mon–Fri 8–16'), ...given };
}

/** Parents before their children. */
export const DEMO_UNITS: readonly DemoUnit[] = [
  {
    organisation: 'NH',
    code: 'NH',
    parent: null,
    kind: 'AREA',
    rolloutState: 'PRODUCTION',
    oid: '1.2.246.10.99999999.10.1',
    name: text('Näsiharjun hyvinvointialue', 'Näsiharju välfärdsområde', 'Näsiharju wellbeing services county'),
  },
  {
    ...office({
      organisation: 'NH',
      code: 'POP',
      parent: 'NH',
      rolloutState: 'PRODUCTION',
      oid: '1.2.246.10.99999999.10.2',
      name: text('Perheoikeudelliset palvelut', 'Familjerättsliga tjänster', 'Family-law services'),
      streetAddress: text('Keskustori 5 B, 2. kerros', 'Centraltorget 5 B, våning 2', 'Keskustori 5 B, 2nd floor'),
      postalCode: '33100',
      phone: demoPhone(29),
      textNumber: demoPhone(30),
      arrivalInfo: text(
        'Nouse hissillä toiseen kerrokseen. Odota aulassa, työntekijä hakee sinut.',
        'Ta hissen till andra våningen. Vänta i aulan, den anställda hämtar dig.',
        'Take the lift to the second floor. Wait in the lobby. The employee comes to get you.',
      ),
      accessibilityInfo: text(
        'Sisäänkäynti on esteetön. Huoneessa POP-201 on induktiosilmukka.',
        'Ingången är tillgänglig. I rum POP-201 finns en induktionsslinga.',
        'The entrance is step-free. Room POP-201 has an induction loop.',
      ),
    }),
    openingHours: text('ma–ke ja pe klo 8–16, to klo 8–18', 'mån–ons och fre kl. 8–16, tors kl. 8–18', 'Mon–Wed and Fri 8–16, Thu 8–18'),
  },
  {
    organisation: 'NH',
    code: 'LA',
    parent: 'NH',
    kind: 'SERVICE_UNIT',
    rolloutState: 'PRODUCTION',
    oid: '1.2.246.10.99999999.10.3',
    name: text('Lastensuojelu', 'Barnskydd', 'Child protection'),
  },
  office({
    organisation: 'NH',
    code: 'LA-I',
    parent: 'LA',
    rolloutState: 'PRODUCTION',
    oid: '1.2.246.10.99999999.10.4',
    name: text('Itäinen sosiaaliasema', 'Östra socialstationen', 'Eastern social-services station'),
    streetAddress: text('Itäpuistonkatu 3', 'Österparksgatan 3', 'Itäpuistonkatu 3'),
    postalCode: '33500',
    phone: demoPhone(31),
    textNumber: demoPhone(32),
    arrivalInfo: text('Ilmoittaudu aulan neuvonnassa.', 'Anmäl dig vid informationen i aulan.', 'Report at the desk in the lobby.'),
    accessibilityInfo: text(
      'Sisäänkäynti on esteetön. Inva-wc on aulassa.',
      'Ingången är tillgänglig. Det finns en tillgänglig toalett i aulan.',
      'The entrance is step-free. There is an accessible toilet in the lobby.',
    ),
  }),
  office({
    organisation: 'NH',
    code: 'LA-L',
    parent: 'LA',
    rolloutState: 'PILOT',
    oid: '1.2.246.10.99999999.10.5',
    name: text('Läntinen sosiaaliasema', 'Västra socialstationen', 'Western social-services station'),
    streetAddress: text('Länsiväylä 20', 'Västerleden 20', 'Länsiväylä 20'),
    postalCode: '33300',
    phone: demoPhone(33),
    textNumber: demoPhone(34),
    arrivalInfo: text('Ilmoittaudu aulan neuvonnassa.', 'Anmäl dig vid informationen i aulan.', 'Report at the desk in the lobby.'),
    accessibilityInfo: text(
      'Ovella on ramppi. Hissi on oikealla.',
      'Det finns en ramp vid dörren. Hissen finns till höger.',
      'There is a ramp at the door. The lift is on the right.',
    ),
  }),
  office({
    organisation: 'NH',
    code: 'VAPA',
    parent: 'NH',
    rolloutState: 'PRODUCTION',
    oid: '1.2.246.10.99999999.10.6',
    name: text('Vammaispalvelut', 'Funktionshinderservice', 'Disability services'),
    streetAddress: text('Satakunnankuja 12', 'Satakuntagränden 12', 'Satakunnankuja 12'),
    postalCode: '33210',
    phone: demoPhone(35),
    textNumber: demoPhone(36),
    arrivalInfo: text(
      'Sisäänkäynti on pihan puolella. Soita ovikelloa, niin avaamme oven.',
      'Ingången är på gårdssidan. Ring på dörrklockan, så öppnar vi.',
      'The entrance is in the yard. Ring the bell and we open the door.',
    ),
    accessibilityInfo: text(
      'Tilat ovat esteettömät. Huoneessa VAPA-A on kuulosilmukka. Avustajakoira on tervetullut.',
      'Lokalerna är tillgängliga. I rum VAPA-A finns en hörselslinga. Assistanshunden är välkommen.',
      'The premises are step-free. Room VAPA-A has a hearing loop. Assistance dogs are welcome.',
    ),
  }),
  office({
    organisation: 'NH',
    code: 'LAPE',
    parent: 'NH',
    rolloutState: 'TEST',
    oid: '1.2.246.10.99999999.10.7',
    name: text('Perhetalo Kaarna', 'Familjehuset Kaarna', 'Family House Kaarna'),
    streetAddress: text('Kaarnatie 8', 'Barkvägen 8', 'Kaarnatie 8'),
    postalCode: '33710',
    phone: demoPhone(37),
    textNumber: demoPhone(38),
    arrivalInfo: text('Rattaat voi jättää eteiseen.', 'Barnvagnen kan lämnas i tamburen.', 'Prams can be left in the hall.'),
    accessibilityInfo: text('Kaikki tilat ovat katutasossa.', 'Alla lokaler är på gatunivå.', 'All rooms are at street level.'),
  }),
  office({
    organisation: 'NH',
    code: 'AIK',
    parent: 'NH',
    rolloutState: 'PLANNING',
    oid: '1.2.246.10.99999999.10.8',
    name: text('Eteläinen sosiaaliasema', 'Södra socialstationen', 'Southern social-services station'),
    streetAddress: text('Eteläpuisto 1', 'Söderparken 1', 'Eteläpuisto 1'),
    postalCode: '33200',
    phone: demoPhone(39),
    textNumber: demoPhone(40),
    arrivalInfo: text('Ilmoittaudu aulan neuvonnassa.', 'Anmäl dig vid informationen i aulan.', 'Report at the desk in the lobby.'),
    accessibilityInfo: text('Sisäänkäynti on esteetön.', 'Ingången är tillgänglig.', 'The entrance is step-free.'),
  }),
  {
    organisation: 'NT',
    code: 'NT',
    parent: null,
    kind: 'AREA',
    rolloutState: 'PRODUCTION',
    oid: '1.2.246.10.99999998.10.1',
    name: text('Näsiharjun työllisyysalue', 'Näsiharju sysselsättningsområde', 'Näsiharju employment area'),
  },
  office({
    organisation: 'NT',
    code: 'TYO',
    parent: 'NT',
    rolloutState: 'PRODUCTION',
    oid: '1.2.246.10.99999998.10.2',
    name: text('Työllisyyspalvelut', 'Sysselsättningstjänster', 'Employment services'),
    streetAddress: text('Asemakatu 1', 'Stationsgatan 1', 'Asemakatu 1'),
    postalCode: '33100',
    phone: demoPhone(41),
    textNumber: demoPhone(42),
    arrivalInfo: text(
      'Odota katutason aulassa. Valmentaja hakee sinut.',
      'Vänta i aulan på gatunivå. Coachen hämtar dig.',
      'Wait in the lobby at street level. Your coach comes to get you.',
    ),
    accessibilityInfo: text(
      'Sisäänkäynti on esteetön. Inva-wc on aulassa.',
      'Ingången är tillgänglig. Det finns en tillgänglig toalett i aulan.',
      'The entrance is step-free. There is an accessible toilet in the lobby.',
    ),
  }),
];
