import type { Statements } from '../statement-text';

export const statements: Statements = {
  accessibility: {
    title: 'Accessibility statement',
    updated: '23 November 2026',
    sections: [
      {
        heading: 'What this statement concerns',
        paragraphs: [
          'This statement concerns the service {portal}. It is provided by {organisation}.',
          'We want everybody to be able to book their own time. The Act on the Provision of Digital Services requires this of us.',
        ],
      },
      {
        heading: 'How accessible the service is',
        paragraphs: [
          'The service is built to meet the level A and AA requirements of WCAG 2.2. The assessment is based on our own tests. No outside party has assessed the service yet.',
          'You can use the service in these ways:',
        ],
        points: [
          'with the keyboard alone',
          'with a screen reader in Finnish, Swedish and English',
          'on a phone, and text can be enlarged to double size',
          'in light or dark, as your device is set',
        ],
      },
      {
        heading: 'Shortcomings that we know of',
        paragraphs: ['We know of these shortcomings and are correcting them:'],
        points: [
          'Not all services have a sign-language video. Where there is one, the page of the service links to it. You can also ask by text message.',
          'Not all instructions exist in easy language yet.',
          'If the browser is very old, the service does not start. You then see our contact details.',
        ],
      },
      {
        heading: 'Did you notice a barrier?',
        paragraphs: [
          'Tell us about it. Call {phone} or send a text message to {textNumber}. We answer within 14 days.',
          'If you cannot use the service, we will book the time for you.',
        ],
      },
      {
        heading: 'If you are not satisfied with the answer',
        paragraphs: [
          'Contact us first. If you get no answer in 14 days or are not satisfied with it, you can report it to Traficom. Traficom supervises accessibility.',
          'Finnish Transport and Communications Agency Traficom, supervision of digital accessibility.',
        ],
        points: ['www.webaccessibility.fi', 'saavutettavuus@traficom.fi', 'phone 029 534 5000 (switchboard)'],
      },
    ],
  },
  privacy: {
    title: 'Privacy notice',
    updated: '23 November 2026',
    sections: [
      {
        heading: 'Who is responsible for your data',
        paragraphs: [
          'The controller is {organisation}, {address}. The phone number is {phone}.',
          'You can reach the data protection officer at the same number and address. Say that it concerns data protection.',
        ],
      },
      {
        heading: 'Why we process your data',
        paragraphs: [
          'We process your data so that you can book, move and cancel times. We also send confirmations and appointment reminders.',
          'The basis is our statutory task (EU General Data Protection Regulation, Article 6(1)(c) and (e)). The laws on client data in social welfare apply too. The data are secret.',
        ],
      },
      {
        heading: 'Which data we process',
        paragraphs: ['We process only what booking a time requires:'],
        points: [
          'name and personal identity code, which we get when you identify yourself',
          'phone number and e-mail address, which you give yourself',
          'languages, need for an interpreter and how you want to be reminded',
          'booked, moved and cancelled times, and whether you came',
          'additional information, if you write it when booking',
        ],
      },
      {
        heading: 'Who sees your data',
        paragraphs: [
          'Only employees who need your data in their work see them. Every time they are viewed, it is recorded in the usage log.',
          'Messages are carried by a text-message and an e-mail service. They say only the time, the name of the service and a phone number. They do not say what the time is about.',
          'We do not sell data. We do not transfer them outside the EU. We make no automated decisions.',
        ],
      },
      {
        heading: 'How long data are kept',
        paragraphs: [
          'We keep reservations as long as the law requires. The content of messages is deleted after 90 days. The law decides how long the usage log is kept.',
        ],
      },
      {
        heading: 'What stays on your device',
        paragraphs: [
          'We use only necessary cookies. They keep you signed in and are removed when you log out.',
          'After you log out, a cookie stays for at most four hours so that the next visitor is always identified. It does not say who you are.',
          'If you identify yourself again in the middle of a form, the browser keeps what you typed for at most ten minutes.',
          'The device also remembers the language you chose. The browser history remains on the device until you delete it.',
          'We do not track you, and no other company tracks you in the service.',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: ['You can ask us for:'],
        points: [
          'a copy of your data',
          'the correction of wrong data',
          'information on who has processed your data and why',
          'a restriction of processing, or you can object to it',
        ],
      },
      {
        heading: 'If you are not satisfied',
        paragraphs: ['Contact us first. You can also complain to the Data Protection Ombudsman. Instructions are at www.tietosuoja.fi.'],
      },
    ],
  },
  terms: {
    title: 'Terms of use',
    updated: '23 November 2026',
    sections: [
      {
        heading: 'What the service is',
        paragraphs: [
          'In the service {portal} you book, move and cancel times. It is provided by {organisation}. It is free of charge for you.',
          'The service is not meant for emergencies. In an emergency call 112.',
        ],
      },
      {
        heading: 'Identification',
        paragraphs: [
          'You can read instructions and look at free times without identifying yourself. You identify yourself when you book a time or look at your own times.',
          'Use only your own credentials. Log out when you finish. The service logs you out if you do not use it for 15 minutes.',
        ],
      },
      {
        heading: 'Booking a time',
        paragraphs: [
          'When you choose a time, we keep it for you for ten minutes. You can ask for more time once. The time is booked only when you see the page “The time is booked”.',
          'Book only a time that is meant for your situation. Give correct details.',
        ],
      },
      {
        heading: 'Moving and cancelling a time',
        paragraphs: [
          'Beside each time it says whether you can move or cancel it yourself, and until when. The rules that were in force when you booked apply.',
          'If you cannot come, tell us. Then somebody else can get the time. You can always tell us by phone or text message too.',
          'Sometimes we have to move or cancel a time. We then send you a message.',
        ],
      },
      {
        heading: 'Appointment reminders',
        paragraphs: [
          'A reminder helps, but you are responsible for remembering the time. A message may be late or not arrive at all. Keep your contact details up to date.',
        ],
      },
      {
        heading: 'Service breaks',
        paragraphs: [
          'The service may be unavailable because of maintenance or a fault. During a break you can still book a time by phone or text message. Times already booked are safe.',
        ],
      },
    ],
  },
};
