// Words of the lock: what opens an administration, and what may be wrong with it.

export const unlock = {
  title: (name: string) => name,
  locked: 'Deze administratie is op slot.',
  idle: 'Op slot gezet omdat er een tijd niets gebeurde.',
  open: 'Geef de wachtzin om haar te openen.',
  passphrase: 'Wachtzin',
  submit: 'Openen',
  unlocking: 'Openen…',
  remember: 'Onthouden in de sleutelbos van deze computer',
  rememberHelp: 'Wie op deze computer onder uw naam is aangemeld, kan de administratie dan openen.',
  keychain: 'Openen met de sleutelbos',
  recovery: 'Herstelcode',
  recoveryHelp: 'Van uw herstelblad. Streepjes en hoofdletters maken niet uit.',
  useRecovery: 'Ik weet de wachtzin niet meer',
  usePassphrase: 'Toch de wachtzin gebruiken',
  byCode: 'U kwam binnen met de herstelcode.',
  byCodeHint: 'Bent u de wachtzin kwijt, dan kunt u nu een nieuwe kiezen.',
  byCodeWay: 'Wachtzin kiezen',
  other: 'Andere administratie',
  inUse:
    'Eén venster tegelijk: zo gaat er nooit iets twee keer de deur uit. Is het een ander venster op deze computer, sluit dat dan. Staat de map op een gedeelde schijf, vraag dan wie haar open heeft. Uw wachtzin staat er nog; probeer het daarna opnieuw.',
  broken: {
    not_found: {
      message: 'Deze administratie staat niet meer op deze plek.',
      hint: 'Is de map verplaatst of hernoemd, of zit de schijf er niet in? Zet haar terug, of kies “Andere administratie” en wijs de nieuwe plek aan.',
    },
    not_an_administration: {
      message: 'Op deze plek staat geen hele administratie.',
      hint: 'Is de map verplaatst of hernoemd? Zet haar terug, of kies “Andere administratie” en wijs de nieuwe plek aan. Ontbreekt er iets in de map, zet dan de laatste back-up terug.',
    },
    damaged: {
      message: 'Het bestand van deze administratie is beschadigd.',
      hint: 'Gooi de map niet weg. Zet de laatste back-up terug als een nieuwe map; back-ups staan in de map backups van de administratie, of waar u ze bewaarde.',
    },
  },
  restore: 'Back-up terugzetten…',
  needed: 'Vul de wachtzin in.',
  recoveryNeeded: 'Vul de herstelcode in.',
};
