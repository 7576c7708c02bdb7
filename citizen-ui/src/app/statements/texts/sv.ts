import type { Statements } from '../statement-text';

export const statements: Statements = {
  accessibility: {
    title: 'Tillgänglighetsutlåtande',
    updated: '23.11.2026',
    sections: [
      {
        heading: 'Vad utlåtandet gäller',
        paragraphs: [
          'Utlåtandet gäller tjänsten {portal}. Tjänsten tillhandahålls av {organisation}.',
          'Vi vill att alla ska kunna boka sin tid själva. Lagen om tillhandahållande av digitala tjänster kräver det av oss.',
        ],
      },
      {
        heading: 'Hur tillgänglig tjänsten är',
        paragraphs: [
          'Tjänsten är gjord enligt kraven på nivå A och AA i WCAG 2.2. Bedömningen bygger på egna tester. Ingen utomstående har ännu bedömt tjänsten.',
          'Du kan använda tjänsten så här:',
        ],
        points: [
          'enbart med tangentbordet',
          'med skärmläsare på finska, svenska och engelska',
          'i telefonen, och texten kan förstoras till det dubbla',
          'i ljust eller mörkt läge, enligt enhetens inställning',
        ],
      },
      {
        heading: 'Brister som vi känner till',
        paragraphs: ['Vi känner till de här bristerna och rättar till dem:'],
        points: [
          'Alla tjänster har ingen video på teckenspråk. Om det finns en video finns länken på tjänstens sida. Du kan också fråga per sms.',
          'Alla anvisningar finns ännu inte på lättläst språk.',
          'Om webbläsaren är mycket gammal startar tjänsten inte. Då ser du våra kontaktuppgifter.',
        ],
      },
      {
        heading: 'Märkte du ett hinder?',
        paragraphs: [
          'Berätta det för oss. Ring {phone} eller skicka sms till {textNumber}. Vi svarar inom 14 dagar.',
          'Om du inte kan använda tjänsten bokar vi tiden för dig.',
        ],
      },
      {
        heading: 'Om du inte är nöjd med svaret',
        paragraphs: [
          'Kontakta först oss. Om du inte får svar inom 14 dagar eller inte är nöjd med svaret kan du anmäla det till Traficom. Traficom övervakar tillgängligheten.',
          'Transport- och kommunikationsverket Traficom, tillsynen över digital tillgänglighet.',
        ],
        points: ['www.tillganglighetskrav.fi', 'saavutettavuus@traficom.fi', 'telefon 029 534 5000 (växel)'],
      },
    ],
  },
  privacy: {
    title: 'Dataskyddsbeskrivning',
    updated: '23.11.2026',
    sections: [
      {
        heading: 'Vem som ansvarar för dina uppgifter',
        paragraphs: [
          'Personuppgiftsansvarig är {organisation}, {address}. Telefonnumret är {phone}.',
          'Du når dataskyddsombudet via samma nummer och adress. Berätta att ärendet gäller dataskydd.',
        ],
      },
      {
        heading: 'Varför vi behandlar dina uppgifter',
        paragraphs: [
          'Vi behandlar dina uppgifter för att du ska kunna boka, ändra och avboka tider. Vi skickar också bekräftelser och påminnelser.',
          'Grunden är vår lagstadgade uppgift (EU:s dataskyddsförordning artikel 6.1 c och e). Också lagarna om klientuppgifter inom socialvården gäller. Uppgifterna är sekretessbelagda.',
        ],
      },
      {
        heading: 'Vilka uppgifter vi behandlar',
        paragraphs: ['Vi behandlar bara uppgifter som behövs för att boka en tid:'],
        points: [
          'namn och personbeteckning, som vi får när du identifierar dig',
          'telefonnummer och e-postadress, som du själv ger',
          'språk, behov av tolk och hur du vill få påminnelser',
          'bokade, ändrade och avbokade tider samt om du kom',
          'en tilläggsuppgift, om du skriver en när du bokar',
        ],
      },
      {
        heading: 'Vem som ser dina uppgifter',
        paragraphs: [
          'Bara anställda som behöver uppgifterna i sitt arbete ser dem. Varje gång någon ser dem antecknas det i användningsloggen.',
          'Meddelandena förmedlas av en sms- och en e-posttjänst. I dem står bara tiden, tjänstens namn och ett telefonnummer. De berättar inte vad tiden gäller.',
          'Vi säljer inga uppgifter. Vi överför dem inte utanför EU. Vi fattar inga automatiska beslut.',
        ],
      },
      {
        heading: 'Hur länge uppgifterna sparas',
        paragraphs: [
          'Vi sparar bokningarna så länge som lagen kräver. Innehållet i meddelanden raderas efter 90 dagar. Lagen bestämmer hur länge användningsloggen sparas.',
        ],
      },
      {
        heading: 'Vad som blir kvar på din enhet',
        paragraphs: [
          'Vi använder bara nödvändiga kakor. De håller dig inloggad och försvinner när du loggar ut.',
          'Efter utloggningen finns i högst fyra timmar en kaka som gör att nästa besökare alltid identifieras. Den berättar inte vem du är.',
          'Om du identifierar dig på nytt mitt i ett formulär sparar webbläsaren det du skrivit i högst tio minuter.',
          'Enheten minns också det språk du valt. Webbläsarens historik blir kvar på enheten tills du själv raderar den.',
          'Vi följer inte vad du gör, och inga andra företag gör det i tjänsten.',
        ],
      },
      {
        heading: 'Vilka rättigheter du har',
        paragraphs: ['Du kan be oss om:'],
        points: [
          'en kopia av dina uppgifter',
          'att en felaktig uppgift rättas',
          'att få veta vem som har behandlat dina uppgifter och varför',
          'att behandlingen begränsas; du kan också motsätta dig den',
        ],
      },
      {
        heading: 'Om du är missnöjd',
        paragraphs: ['Kontakta först oss. Du kan också klaga hos dataombudsmannen. Anvisningar finns på www.tietosuoja.fi.'],
      },
    ],
  },
  terms: {
    title: 'Användarvillkor',
    updated: '23.11.2026',
    sections: [
      {
        heading: 'Vad tjänsten är',
        paragraphs: [
          'I tjänsten {portal} bokar, ändrar och avbokar du tider. Tjänsten tillhandahålls av {organisation}. Den är avgiftsfri för dig.',
          'Tjänsten är inte avsedd för nödsituationer. Ring 112 om du är i nöd.',
        ],
      },
      {
        heading: 'Identifiering',
        paragraphs: [
          'Du kan läsa anvisningar och se lediga tider utan att identifiera dig. När du bokar en tid eller ser dina egna tider identifierar du dig.',
          'Använd bara dina egna koder. Logga ut när du slutar. Tjänsten loggar ut dig om du inte använder den på 15 minuter.',
        ],
      },
      {
        heading: 'Att boka en tid',
        paragraphs: [
          'När du väljer en tid håller vi den åt dig i tio minuter. Du kan be om mer tid en gång. Tiden är bokad först när du ser sidan ”Tiden är bokad”.',
          'Boka bara en tid som är avsedd för din situation. Ge rätta uppgifter.',
        ],
      },
      {
        heading: 'Att ändra och avboka en tid',
        paragraphs: [
          'Vid varje tid står om du själv kan ändra eller avboka den och hur länge. De regler gäller som var i kraft när du bokade tiden.',
          'Meddela oss om du inte kan komma. Då kan någon annan få tiden. Du kan alltid meddela också per telefon eller sms.',
          'Ibland måste vi ändra eller avboka en tid. Då skickar vi ett meddelande till dig.',
        ],
      },
      {
        heading: 'Påminnelser',
        paragraphs: [
          'Påminnelsen är en hjälp, men du ansvarar själv för att komma ihåg tiden. Meddelandet kan bli försenat eller utebli. Håll dina kontaktuppgifter aktuella.',
        ],
      },
      {
        heading: 'Avbrott',
        paragraphs: [
          'Tjänsten kan vara ur bruk på grund av service eller fel. Under ett avbrott kan du boka en tid per telefon eller sms. Redan bokade tider finns kvar.',
        ],
      },
    ],
  },
};
