/** Findings about the window, the browser and the files, in French. */

import type { PLACE, WordsOf } from '../findings';

export const PLACE_FR: WordsOf<typeof PLACE> = {
  frame: {
    title: 'Place à l’écran',
    asked: 'Largeur et hauteur données à la page.',
    said: {
      wide: ['{0} points, dans {1}.', 'Rien à régler.'],
      narrow: ['{0} points, dans {1} : moins de 650 de large.', 'Les modules se lisent sur une colonne. Une nouvelle fenêtre, ou un menu replié, donne plus de place aux figures et aux tableaux.'],
      tiny: ['{0} points, dans {1}.', 'Trop étroit pour lire. Ouvrez les modules dans une nouvelle fenêtre, ou élargissez le cadre.'],
    },
  },
  fullscreen: {
    title: 'Plein écran',
    asked: 'Le plein écran est-il permis?',
    said: {
      yes: ['Permis.', 'Les vidéos peuvent occuper tout l’écran.'],
      no: ['Refusé par le navigateur ou par le cadre.', 'Les vidéos restent à la taille du cadre. Une nouvelle fenêtre règle cela.'],
    },
  },
  secure: {
    title: 'Connexion chiffrée',
    asked: 'La page est-elle servie en https?',
    said: {
      yes: ['Oui.', 'Rien à régler.'],
      no: ['Non.', 'Les réponses voyagent en clair, et le navigateur retire des fonctions, dont la copie en un geste.'],
    },
  },
  picture: {
    title: 'Image {0}',
    asked: 'Montrer une image {0} du paquet.',
    said: {
      shown: ['Montrée.', 'Les figures de ce type s’affichent.'],
      hidden: ['Pas montrée.', 'Des figures manqueront. Demandez à l’hébergeur de servir ces fichiers avec leur type.'],
    },
  },
  video: {
    title: 'Vidéo {0}',
    asked: 'Ce navigateur lit-il ce format?',
    said: {
      yes: ['Oui, dit le navigateur.', 'Les vidéos de ce format se lisent.'],
      no: ['Non, dit le navigateur.', 'Les vidéos de ce format ne se liront pas sur cet ordinateur. Essayez un autre navigateur.'],
    },
  },
  file: {
    title: 'Type des fichiers {0}',
    asked: 'Servir un fichier {0} du paquet comme {1}.',
    said: {
      right: ['Servi comme {2}.', 'Rien à régler.'],
      wrong: ['Servi comme {2}.', 'Certains navigateurs pourraient refuser ce fichier. L’hébergeur peut déclarer le type {1}.'],
      missing: ['Réponse {2} : le fichier n’est pas servi.', 'Un module perd ses fichiers de ce type. L’importation ou le serveur les écarte : autorisez cette extension.'],
      unasked: ['Pas de réponse : les fichiers ne se demandent pas d’ici.', 'Rien ne peut en être dit. C’est normal dans une application mobile ou un dossier.'],
    },
  },
  range: {
    title: 'Lecture par morceaux',
    asked: 'Demander les quatre premiers octets d’une vidéo.',
    said: {
      yes: ['Réponse {0} : le morceau seul.', 'On peut avancer dans une vidéo sans l’attendre tout entière.'],
      no: ['Réponse {0} : le fichier entier.', 'Avancer dans une longue vidéo peut être lent, ou impossible dans Safari.'],
      unasked: ['Pas de réponse.', 'Rien ne peut en être dit.'],
    },
  },
  policy: {
    title: 'Règles de sécurité du contenu',
    asked: 'En-tête Content-Security-Policy de la page.',
    said: {
      none: ['Aucun.', 'Rien à régler.'],
      some: ['{0}', 'Les modules se contentent de default-src \'self\'; avec xAPI, connect-src doit aussi permettre le dépôt d’apprentissage.'],
      unasked: ['Pas de réponse.', 'Rien ne peut en être dit.'],
    },
  },
  storage: {
    title: 'Mémoire du navigateur',
    asked: 'Écrire et relire localStorage et sessionStorage.',
    said: {
      yes: ['Les deux répondent.', 'Une copie de secours protège le travail si le réseau tombe.'],
      part: ['Un seul répond.', 'La copie de secours peut manquer. Le travail va quand même à la plateforme.'],
      no: ['Bloqués dans cette fenêtre.', 'Pas de copie de secours si le réseau tombe : le travail va seulement à la plateforme. Ouvrir dans une nouvelle fenêtre aide souvent.'],
    },
  },
  channel: {
    title: 'Deux onglets du même module',
    asked: 'Ouvrir un canal entre onglets (BroadcastChannel).',
    said: {
      yes: ['Ouvert.', 'Un deuxième onglet est reconnu et n’écrase rien.'],
      no: ['Refusé.', 'Deux onglets ouverts pourraient s’écraser. Dites aux apprenants d’en ouvrir un seul.'],
    },
  },
  clipboard: {
    title: 'Presse-papiers',
    asked: 'Le navigateur offre-t-il la copie?',
    said: {
      yes: ['Oui.', 'Le rapport se copie en un geste, si le cadre le permet.'],
      no: ['Non.', 'Le bouton sélectionne le texte : copiez-le au clavier.'],
    },
  },
  clock: {
    title: 'Horloge',
    asked: 'Comparer l’heure de cet ordinateur à celle du serveur.',
    said: {
      right: ['Écart de {0} s.', 'Rien à régler.'],
      off: ['Écart de {0} s.', 'Un dépôt d’apprentissage peut refuser ce qui semble venir du futur. Réglez l’heure de l’ordinateur.'],
      untold: ['Le serveur ne dit pas son heure.', 'Rien ne peut en être dit.'],
    },
  },
};
