import type { Statements } from '../statement-text';

export const statements: Statements = {
  accessibility: {
    title: 'Saavutettavuusseloste',
    updated: '23.11.2026',
    sections: [
      {
        heading: 'Mitä seloste koskee',
        paragraphs: [
          'Seloste koskee palvelua {portal}. Palvelun tarjoaa {organisation}.',
          'Haluamme, että jokainen voi varata aikansa itse. Laki digitaalisten palvelujen tarjoamisesta velvoittaa meitä siihen.',
        ],
      },
      {
        heading: 'Miten saavutettava palvelu on',
        paragraphs: [
          'Palvelu on tehty WCAG 2.2 -ohjeiden A- ja AA-tason vaatimusten mukaan. Arvio on tehty omilla testeillä. Ulkopuolinen ei ole vielä arvioinut palvelua.',
          'Voit käyttää palvelua näin:',
        ],
        points: [
          'pelkällä näppäimistöllä',
          'ruudunlukijalla suomeksi, ruotsiksi ja englanniksi',
          'puhelimella, ja tekstin voi suurentaa kaksinkertaiseksi',
          'vaaleana tai tummana, laitteesi asetuksen mukaan',
        ],
      },
      {
        heading: 'Mitä puutteita tiedämme',
        paragraphs: ['Tiedämme nämä puutteet, ja korjaamme niitä:'],
        points: [
          'Kaikista palveluista ei ole videota viittomakielellä. Jos video on, linkki siihen on palvelun sivulla. Voit myös kysyä tekstiviestillä.',
          'Kaikista ohjeista ei ole vielä selkokielistä versiota.',
          'Jos selain on hyvin vanha, palvelu ei käynnisty. Silloin näet yhteystietomme.',
        ],
      },
      {
        heading: 'Huomasitko esteen?',
        paragraphs: [
          'Kerro siitä meille. Soita numeroon {phone} tai lähetä tekstiviesti numeroon {textNumber}. Vastaamme 14 päivän kuluessa.',
          'Jos et voi käyttää palvelua, varaamme ajan puolestasi.',
        ],
      },
      {
        heading: 'Jos et ole tyytyväinen vastaukseen',
        paragraphs: [
          'Ota ensin yhteyttä meihin. Jos et saa vastausta 14 päivässä tai et ole siihen tyytyväinen, voit tehdä ilmoituksen Traficomille. Traficom valvoo saavutettavuutta.',
          'Liikenne- ja viestintävirasto Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvonta.',
        ],
        points: ['www.saavutettavuusvaatimukset.fi', 'saavutettavuus@traficom.fi', 'puhelin 029 534 5000 (vaihde)'],
      },
    ],
  },
  privacy: {
    title: 'Tietosuojaseloste',
    updated: '23.11.2026',
    sections: [
      {
        heading: 'Kuka vastaa tiedoistasi',
        paragraphs: [
          'Rekisterinpitäjä on {organisation}, {address}. Puhelin on {phone}.',
          'Tavoitat tietosuojavastaavan samasta numerosta ja osoitteesta. Kerro, että asia koskee tietosuojaa.',
        ],
      },
      {
        heading: 'Miksi käsittelemme tietojasi',
        paragraphs: [
          'Käsittelemme tietojasi, jotta voit varata, siirtää ja perua aikoja. Lähetämme myös vahvistuksia ja muistutusviestejä.',
          'Peruste on lakisääteinen tehtävämme (EU:n tietosuoja-asetus 6 artikla 1 c ja e). Tietoja koskevat myös sosiaalihuollon asiakastietoja koskevat lait. Ne ovat salassa pidettäviä.',
        ],
      },
      {
        heading: 'Mitä tietoja käsittelemme',
        paragraphs: ['Käsittelemme vain tietoja, joita ajan varaaminen vaatii:'],
        points: [
          'nimi ja henkilötunnus, jotka saamme tunnistautumisesta',
          'puhelinnumero ja sähköpostiosoite, jotka annat itse',
          'kielet, tulkin tarve ja tapa, jolla haluat muistutusviestit',
          'varatut, siirretyt ja perutut ajat sekä se, tulitko paikalle',
          'lisätieto, jos kirjoitat sellaisen varatessasi',
        ],
      },
      {
        heading: 'Kuka näkee tietosi',
        paragraphs: [
          'Tietosi näkevät vain työntekijät, jotka tarvitsevat niitä työssään. Jokaisesta katselusta jää merkintä käyttölokiin.',
          'Viestit välittää tekstiviesti- ja sähköpostipalvelu. Viesteissä lukee vain aika, palvelun nimi ja puhelinnumero. Niissä ei kerrota, mihin asiaan aika liittyy.',
          'Emme myy tietoja. Emme siirrä niitä EU:n ulkopuolelle. Emme tee automaattisia päätöksiä.',
        ],
      },
      {
        heading: 'Kuinka kauan tiedot säilyvät',
        paragraphs: [
          'Säilytämme varaukset niin kauan kuin laki vaatii. Viestien sisällön poistamme 90 päivän kuluttua. Käyttölokin säilytysajan määrää laki.',
        ],
      },
      {
        heading: 'Mitä laitteellesi jää',
        paragraphs: [
          'Käytämme vain välttämättömiä evästeitä. Ne pitävät sinut kirjautuneena, ja ne poistuvat, kun kirjaudut ulos.',
          'Uloskirjautumisen jälkeen selaimessa on enintään neljä tuntia eväste, jonka vuoksi seuraava kävijä tunnistetaan aina. Siinä ei lue, kuka olet.',
          'Jos tunnistaudut uudelleen kesken lomakkeen, selain säilyttää kirjoittamasi enintään kymmenen minuuttia.',
          'Laite muistaa lisäksi valitsemasi kielen. Selaimen historia jää laitteelle, kunnes poistat sen itse.',
          'Emme seuraa sinua, eikä palvelussa ole muiden yritysten seurantaa.',
        ],
      },
      {
        heading: 'Mitä oikeuksia sinulla on',
        paragraphs: ['Voit pyytää meiltä:'],
        points: [
          'kopion tiedoistasi',
          'väärän tiedon korjaamista',
          'tiedon siitä, kuka on käsitellyt tietojasi ja miksi',
          'käsittelyn rajoittamista, tai voit vastustaa sitä',
        ],
      },
      {
        heading: 'Jos olet tyytymätön',
        paragraphs: [
          'Ota ensin yhteyttä meihin. Voit myös tehdä valituksen tietosuojavaltuutetulle. Ohjeet ovat osoitteessa www.tietosuoja.fi.',
        ],
      },
    ],
  },
  terms: {
    title: 'Käyttöehdot',
    updated: '23.11.2026',
    sections: [
      {
        heading: 'Mikä palvelu on',
        paragraphs: [
          'Palvelussa {portal} varaat, siirrät ja perut aikoja. Palvelun tarjoaa {organisation}. Palvelu on sinulle maksuton.',
          'Palvelu ei ole tarkoitettu hätätilanteisiin. Jos sinulla on hätä, soita 112.',
        ],
      },
      {
        heading: 'Tunnistautuminen',
        paragraphs: [
          'Voit lukea ohjeita ja katsoa vapaita aikoja ilman tunnistautumista. Kun varaat ajan tai katsot omia aikojasi, tunnistaudut.',
          'Käytä vain omia tunnuksiasi. Kirjaudu ulos, kun lopetat. Palvelu kirjaa sinut ulos, jos et käytä sitä 15 minuuttiin.',
        ],
      },
      {
        heading: 'Ajan varaaminen',
        paragraphs: [
          'Kun valitset ajan, pidämme sen sinulle kymmenen minuuttia. Voit pyytää kerran lisää aikaa. Aika on varattu vasta, kun näet sivun ”Aika on varattu”.',
          'Varaa vain aika, joka on tarkoitettu tilanteeseesi. Anna oikeat tiedot.',
        ],
      },
      {
        heading: 'Ajan siirtäminen ja peruminen',
        paragraphs: [
          'Jokaisen ajan kohdalla kerrotaan, voitko siirtää tai perua sen itse ja mihin asti. Ne säännöt pätevät, jotka olivat voimassa, kun varasit ajan.',
          'Jos et pääse tulemaan, ilmoita siitä. Näin joku muu voi saada ajan. Voit aina ilmoittaa myös puhelimella tai tekstiviestillä.',
          'Joskus meidän täytyy siirtää tai perua aika. Silloin lähetämme sinulle viestin.',
        ],
      },
      {
        heading: 'Muistutusviestit',
        paragraphs: [
          'Muistutusviesti on apu, mutta vastaat itse siitä, että muistat ajan. Viesti voi viivästyä tai jäädä tulematta. Pidä yhteystietosi ajan tasalla.',
        ],
      },
      {
        heading: 'Katkot',
        paragraphs: [
          'Palvelu voi olla pois käytöstä huollon tai vian vuoksi. Katkon aikana voit varata ajan puhelimella tai tekstiviestillä. Jo varatut ajat ovat tallessa.',
        ],
      },
    ],
  },
};
