import type { GivenTexts } from '../../modules/appointment-types/index.ts';
import type { DemoTypeCode } from './client-types.ts';
import type { DemoServiceCode } from './services.ts';
import { text } from './texts.ts';

const safety = text(
  'Pelkäätkö toista vanhempaa? Älä varaa yhteistä aikaa. Voit tavata lastenvalvojan yksin. Ota meihin yhteyttä: soita tai lähetä tekstiviesti. Hätätilanteessa soita 112.',
  'Är du rädd för den andra föräldern? Boka inte en gemensam tid. Du kan träffa barnatillsyningsmannen ensam. Ring oss eller skicka sms. Ring 112 i en nödsituation.',
  'Are you afraid of the other parent? Do not book a joint time. You can meet us alone: call or text us. In an emergency call 112.',
);

const bring = text(
  'Aiemmat sopimukset ja päätökset sekä tiedot tuloistasi ja menoistasi. Jos tulet paikan päälle, myös henkilötodistus. Jos tarvitset tulkin, kerro siitä varatessasi. Tulkki on sinulle maksuton.',
  'Tidigare avtal och beslut samt uppgifter om dina inkomster och utgifter. Om du kommer på plats, också ett identitetsbevis. Om du behöver tolk, meddela det när du bokar. Tolken är avgiftsfri för dig.',
  'Earlier agreements and decisions, and details of your income and expenses. If you come on site, an identity document as well. If you need an interpreter, tell us when you book. The interpreter is free for you.',
);

/** Of single appointment types. */
export const DEMO_TYPE_GUIDANCE: readonly { readonly type: DemoTypeCode; readonly texts: GivenTexts }[] = [
  {
    type: 'ERO',
    texts: {
      forWhom: text(
        'Varaa tämä aika, kun olette eronneet tai eroamassa ja teillä on alaikäinen lapsi.',
        'Boka den här tiden när ni har separerat eller ska separera och har ett minderårigt barn.',
        'Book this time if you have separated or are separating and have a child under 18.',
      ),
      whatHappens: text(
        'Sovitte lastenvalvojan luona lapsen huollosta, asumisesta, tapaamisoikeudesta ja elatuksesta. Aika kestää puolitoista tuntia. Molemmat vanhemmat osallistuvat. Lastenvalvoja vahvistaa sopimuksen, jos olette yhtä mieltä ja sopimus on lapsen edun mukainen.',
        'Hos barnatillsyningsmannen avtalar ni om vårdnad, boende, umgänge och underhåll. Tiden är en och en halv timme. Båda föräldrarna deltar. Barnatillsyningsmannen fastställer avtalet om ni är överens och avtalet är förenligt med barnets bästa.',
        'With the child welfare supervisor you agree on custody, residence, visiting rights and maintenance. It takes one and a half hours. Both parents take part. The supervisor confirms the agreement if you both agree and it is good for the child.',
      ),
      safety,
      bring,
      afterBooking: text(
        'Kerro ajasta itse toiselle vanhemmalle. Jos aika perutaan, se perutaan molemmilta.',
        'Berätta själv för den andra föräldern om tiden. En avbokning gäller er båda.',
        'Tell the other parent about the time yourself. A cancellation applies to both.',
      ),
    },
  },
  {
    type: 'ELJ',
    texts: {
      forWhom: text(
        'Varaa tämä aika, kun lapsen määräaikainen elatussopimus päättyy ja haluatte sopia jatkosta.',
        'Boka den här tiden när ett tidsbestämt avtal om underhållsbidrag löper ut och ni vill avtala om en fortsättning.',
        'Book this time when a fixed-term maintenance agreement ends and you want to agree on what follows.',
      ),
      whatHappens: text('Aika kestää tunnin.', 'Tiden är en timme.', 'It takes one hour.'),
      safety,
      bring,
    },
  },
  {
    type: 'ELM',
    texts: {
      forWhom: text(
        'Varaa tämä aika, kun haluatte muuttaa voimassa olevaa elatussopimusta, koska tilanne on muuttunut.',
        'Boka den här tiden när ni vill ändra ett gällande avtal om underhållsbidrag för att situationen har förändrats.',
        'Book this time when you want to change a valid maintenance agreement because your situation has changed.',
      ),
      whatHappens: text('Aika kestää tunnin.', 'Tiden är en timme.', 'It takes one hour.'),
      safety,
      bring,
    },
  },
  {
    type: 'HA-INFO',
    texts: {
      forWhom: text(
        'Olet saanut päätöksen, jonka mukaan palkkaat itse henkilökohtaisen avustajan.',
        'Du har fått ett beslut om att du själv anställer en personlig assistent.',
        'You have a decision that you hire your own personal assistant.',
      ),
      whatHappens: text(
        'Kerromme, mitä työnantajan pitää tehdä ja mistä saat apua. Hyvinvointialue korvaa palkkaamisesta aiheutuvat kulut, myös työnantajan lakisääteiset maksut.',
        'Vi berättar vad en arbetsgivare ska göra och var du får hjälp. Välfärdsområdet ersätter kostnaderna för anställningen, också arbetsgivarens lagstadgade avgifter.',
        'We tell you what an employer must do and where to get help. The county pays the costs of hiring, also the employer’s statutory payments.',
      ),
    },
  },
  {
    type: 'VT-INFO',
    texts: {
      forWhom: text(
        'Välitystilin avulla hoidamme raha-asioitasi niin kuin sovimme yhdessä.',
        'Med ett förmedlingskonto sköter vi din ekonomi så som vi avtalar med dig.',
        'With a money-management account we handle your money as we agree together.',
      ),
      whatHappens: text(
        'Tule kuulemaan, sopiiko palvelu sinulle. Käynti ei sido sinua mihinkään.',
        'Kom och hör om tjänsten passar dig. Besöket förbinder dig inte till något.',
        'Come and hear if the service suits you. The visit does not bind you to anything.',
      ),
    },
  },
  {
    type: 'VK-ASI',
    texts: {
      forWhom: text(
        'Tällä ajalla asioit viittomakielellä.',
        'På den här tiden uträttar du ärenden på teckenspråk.',
        'At this time you use our services in sign language.',
      ),
      whatHappens: text(
        'Työntekijä viittoo tai paikalla on tulkki. Me tilaamme tulkin.',
        'Den anställda tecknar eller så finns det en tolk på plats. Vi beställer tolken.',
        'The employee signs, or there is an interpreter. We order the interpreter.',
      ),
      afterBooking: text('Voit kysyä lisää tekstiviestillä.', 'Du kan fråga mer per sms.', 'You can ask more by text message.'),
    },
  },
  {
    type: 'PUH',
    texts: {
      forWhom: text(
        'Varaa puhelinaika, kun haluat kysyä palveluistamme.',
        'Boka en telefontid när du vill fråga om våra tjänster.',
        'Book a telephone time when you want to ask about our services.',
      ),
      whatHappens: text(
        'Soitamme sinulle sovittuna aikana. Puhelu kestää enintään 20 minuuttia.',
        'Vi ringer dig på den avtalade tiden. Samtalet tar högst 20 minuter.',
        'We call you at the agreed time. The call takes at most 20 minutes.',
      ),
      afterBooking: text(
        'Tarkista omista tiedoistasi, että puhelinnumerosi on oikein.',
        'Kontrollera i dina uppgifter att ditt telefonnummer är rätt.',
        'Check in your details that your phone number is right.',
      ),
    },
  },
];

/** Of services; their types without texts of their own show these. */
export const DEMO_SERVICE_GUIDANCE: readonly { readonly service: DemoServiceCode; readonly texts: GivenTexts }[] = [
  {
    service: 'LASTENVALVOJA',
    texts: {
      forWhom: text(
        'Palvelu on vanhemmille, jotka sopivat lapsensa asioista.',
        'Tjänsten är för föräldrar som avtalar om sitt barns ärenden.',
        'The service is for parents who agree on matters of their child.',
      ),
      safety,
      bring,
    },
  },
  {
    service: 'HENKILOKOHTAINEN-APU',
    texts: {
      forWhom: text(
        'Palvelu on sinulle, jolla on päätös henkilökohtaisesta avusta.',
        'Tjänsten är för dig som har ett beslut om personlig assistans.',
        'The service is for you who have a decision on personal assistance.',
      ),
    },
  },
  {
    service: 'VAMMAISPALVELUN-TYONTEKIJA',
    texts: {
      forWhom: text(
        'Varaa aika työntekijälle, jonka kanssa hoidat asioitasi.',
        'Boka en tid hos den anställda som du sköter dina ärenden med.',
        'Book a time with the worker who handles your matters with you.',
      ),
      whatHappens: text(
        'Voit tulla paikalle tai puhua puhelimessa. Voimme myös tulla kotiisi.',
        'Du kan komma på plats eller tala i telefon. Vi kan också komma hem till dig.',
        'You can visit us or talk on the phone. We can also come to your home.',
      ),
    },
  },
  {
    service: 'VIITTOMAKIELI',
    texts: {
      forWhom: text(
        'Palvelu on sinulle, joka asioit viittomakielellä.',
        'Tjänsten är för dig som använder teckenspråk.',
        'The service is for you who use sign language.',
      ),
    },
  },
  {
    service: 'VALITYSTILI',
    texts: {
      forWhom: text(
        'Palvelu on sinulle, joka haluat apua raha-asioihin.',
        'Tjänsten är för dig som vill ha hjälp med ekonomin.',
        'The service is for you who want help with money.',
      ),
    },
  },
  {
    service: 'VANHEMPAINRYHMAT',
    texts: {
      forWhom: text(
        'Ryhmä on vanhemmille, jotka haluavat tukea arkeen.',
        'Gruppen är för föräldrar som vill ha stöd i vardagen.',
        'The group is for parents who want support in daily life.',
      ),
    },
  },
  {
    service: 'TYOLLISYYS',
    texts: {
      forWhom: text(
        'Palvelu on sinulle, joka haet työtä tai suunnittelet opintoja.',
        'Tjänsten är för dig som söker jobb eller planerar studier.',
        'The service is for you who look for work or plan studies.',
      ),
      whatHappens: text(
        'Tapaat oman valmentajasi tai puhut hänen kanssaan verkossa.',
        'Du träffar din egen coach eller talar med hen på nätet.',
        'You meet your own coach or talk with your coach online.',
      ),
    },
  },
];
