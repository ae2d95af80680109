/** Words of the trial in French. */

import { PLACE_FR } from './place.fr';
import { SCORM12_FR } from './scorm12.fr';
import { XAPI_FR } from './xapi.fr';
import type { Words } from './words';

export const FR: Words = {
  report: 'Rapport d’essai de la plateforme (ENA)',
  colon: ' :',
  thousands: ' ',
  verdicts: { good: 'bon', watch: 'à surveiller', bad: 'ne convient pas' },
  marks: { good: '✓', watch: '!', bad: '✗' },
  asked: 'Demandé',
  answered: 'Constaté',
  means: 'Pour les apprenants',
  log: 'Journal des appels de ce lancement (réponse, code d’erreur)',
  examined: 'Examen et verdict',
  seen: 'Demandé, puis constaté',
  learners: 'Ce que cela veut dire, quoi régler',
  running: 'L’essai est en cours…',
  launches: ['Premier lancement : ce qui s’écrit', 'Deuxième lancement : ce qui est revenu', 'Troisième lancement : ce qu’est devenu le résultat'],
  place: 'Cette fenêtre, ce navigateur, ces fichiers',
  next: [
    'Premier lancement terminé. Fermez maintenant l’essai comme le ferait un apprenant, puis ouvrez-le de nouveau.',
    'Deuxième lancement terminé. Un résultat de 80 sur 100 est parti : fermez l’essai et vérifiez que le carnet de notes affiche 80. Ouvrez-le une troisième fois pour voir ce que la plateforme a fait du résultat, ou copiez le rapport tout de suite.',
    'L’essai est complet. Copiez le rapport et joignez-le à votre demande, s’il y a quelque chose à régler.',
  ],
  missing: 'Aucune plateforme ne répond dans cette fenêtre : ouvrez l’essai depuis l’activité où vous l’avez importé.',
  launch: 'Lancement',
  counts: { good: 'Bon', watch: 'À surveiller', bad: 'Ne convient pas' },
  copied: 'Le rapport est copié. Collez-le où vous voulez.',
  selected: 'La copie directe est refusée ici. Le texte est sélectionné : appuyez sur Ctrl + C (Mac : Commande + C).',
  date: 'Date',
  address: 'Adresse',
  browser: 'Navigateur',
  language: 'Langue du navigateur',
  zone: 'Fuseau horaire',
  standard: 'Norme',
  values: { frame: 'un cadre de la plateforme', window: 'une fenêtre à part' },
  findings: { ...PLACE_FR, ...SCORM12_FR, ...XAPI_FR },
};
