/** Findings about SCORM 1.2, in French. */

import type { SCORM12, WordsOf } from '../findings';

export const SCORM12_FR: WordsOf<typeof SCORM12> = {
  api: {
    title: 'Interface SCORM',
    asked: 'Chercher l’objet API dans la fenêtre, dans celles qui l’entourent, puis dans celle qui l’a ouverte.',
    said: {
      own: ['Trouvée dans la fenêtre même.', 'Rien à régler.'],
      parent: ['Trouvée au-dessus de cette fenêtre, niveau {0}.', 'Rien à régler.'],
      opener: ['Trouvée du côté de la fenêtre qui a ouvert celle-ci, niveau {0}.', 'Les apprenants ne doivent pas fermer la fenêtre de la plateforme avant le module.'],
      document: ['Trouvée sur le document de la fenêtre qui a ouvert celle-ci.', 'Les modules la trouvent aussi. Les apprenants ne doivent pas fermer la fenêtre de la plateforme avant le module.'],
      none: ['Pas trouvée.', 'Rien ne sera suivi : ni reprise, ni note. Ouvrez l’essai depuis l’activité SCORM de la plateforme, pas comme un simple fichier.'],
    },
  },
  init: {
    title: 'Ouverture de la session',
    asked: 'LMSInitialize("").',
    said: {
      yes: ['Acceptée.', 'Rien à régler.'],
      running: ['« Déjà ouverte » (erreur {0}).', 'Les modules continuent comme si elle venait de s’ouvrir.'],
      no: ['Refusée (erreur {0}).', 'Rien ne sera suivi. Vérifiez que la session de la plateforme n’est pas expirée, puis rouvrez.'],
    },
  },
  errors: {
    title: 'Codes d’erreur',
    asked: 'Lire un élément qui n’existe pas, puis demander l’erreur.',
    said: {
      told: ['Erreur {0}.', 'La plateforme dit ce qu’elle refuse : une panne se voit.'],
      silent: ['Aucune erreur.', 'La plateforme ne dit pas ce qu’elle refuse : une panne peut passer inaperçue. Comptez sur les relectures ci-dessous.'],
    },
  },
  mode: {
    title: 'Mode d’ouverture',
    asked: 'Lire lesson_mode et credit.',
    said: {
      normal: ['« {0} », « {1} ».', 'Rien à régler.'],
      looking: ['« {0} », « {1} ».', 'Un module ouvert ainsi se consulte et n’écrit aucune note. Ouvrez l’essai avec un compte d’apprenant, dans une tentative qui compte.'],
      untold: ['Rien.', 'Les modules tiennent l’ouverture pour normale.'],
    },
  },
  learner: {
    title: 'Apprenant',
    asked: 'Lire student_id et student_name, dont la valeur n’est ni montrée ni copiée.',
    said: {
      both: ['Les deux sont présents.', 'Rien à régler.'],
      part: ['Un seul est présent.', 'Sans effet : les modules ne gardent aucun nom.'],
      none: ['Absents.', 'Vérifiez que l’activité demande d’être connecté : un invité n’est pas suivi.'],
    },
  },
  given: {
    title: 'Réglages lus dans le paquet',
    asked: 'Lire launch_data et la note de passage de 60 que le manifeste donne.',
    said: {
      both: ['Les deux reviennent (note de passage {0}).', 'Rien à régler.'],
      part: ['Un seul revient (note de passage {0}).', 'Sans effet sur nos modules, qui n’en dépendent pas.'],
      none: ['Rien ne revient (note de passage {0}).', 'Sans effet sur nos modules, qui n’en dépendent pas.'],
    },
  },
  status: {
    title: 'Statut',
    asked: 'Écrire lesson_status « incomplete » et le relire.',
    said: {
      kept: ['Écrit et relu.', 'Un module commencé n’est pas tenu pour achevé.'],
      unread: ['Accepté, mais rien ne se relit.', 'Le module se fie à son propre état. Vérifiez au prochain lancement ce que montre la plateforme.'],
      refused: ['Refusé ({0}).', 'La plateforme pourrait tenir pour achevé un module seulement ouvert.'],
    },
  },
  location: {
    title: 'Endroit (lesson_location)',
    asked: 'Écrire {1} caractères et les relire.',
    said: {
      kept: ['{0} relus.', 'Rien à régler.'],
      cut: ['{0} relus.', 'Nos modules en écrivent au plus 64.'],
      unread: ['Accepté, mais rien ne se relit.', 'Nos modules gardent aussi l’endroit dans leur état.'],
      refused: ['Refusé.', 'Nos modules en écrivent au plus 64, et gardent aussi l’endroit dans leur état.'],
    },
  },
  room: {
    title: 'Place pour l’état (suspend_data)',
    asked: 'Écrire {1} caractères, ce que promet SCORM 1.2, et les relire.',
    said: {
      kept: ['{0} relus.', 'Tout module tient : ils en demandent au plus 4 000.'],
      cut: ['Coupés à {0}.', 'Un long module ne pourrait pas reprendre. Comparez avec la colonne « state » de release.json avant d’importer.'],
      unread: ['Acceptés, mais rien ne se relit pendant la session.', 'Le prochain lancement dira ce qui est gardé.'],
      refused: ['Refusés; {0} caractères passent.', 'Un long module ne pourrait pas reprendre. Comparez avec la colonne « state » de release.json avant d’importer.'],
    },
  },
  more: {
    title: 'Place au-delà de la norme',
    asked: 'Écrire jusqu’à {1} caractères et les relire.',
    said: {
      kept: ['{0} relus.', 'En prime : nos modules n’en ont pas besoin.'],
      some: ['{0} relus, pas un de plus.', 'En prime : nos modules n’en ont pas besoin.'],
      none: ['Rien au-delà de la norme.', 'C’est ce que dit la norme; nos modules s’y tiennent.'],
      unread: ['Rien ne se relit pendant la session.', 'Sans effet : nos modules s’en tiennent à la norme.'],
    },
  },
  chars: {
    title: 'Caractères pendant la session',
    asked: 'Écrire accents, & < > " \', changement de ligne et alphabet base64.',
    said: {
      all: ['Tous relus.', 'Rien à régler.'],
      some: ['Relus : {0} (a accents, m & < > " \', n ligne, b base64).', 'Nos modules n’écrivent que des lettres, des chiffres et - _ . dans leur état.'],
      unread: ['Rien ne se relit.', 'Nos modules n’écrivent que des lettres, des chiffres et - _ . dans leur état.'],
    },
  },
  interactions: {
    title: 'Réponses aux questions (interactions)',
    asked: 'Écrire une réponse complète, en {1} valeurs.',
    said: {
      all: ['{0} acceptées.', 'Les rapports de la plateforme peuvent montrer les réponses.'],
      some: ['{0} acceptées; refusées : {2}.', 'Les rapports montreront une partie des réponses. Les notes n’en dépendent pas.'],
      none: ['Aucune acceptée.', 'Les rapports ne montreront pas les réponses. Les notes n’en dépendent pas.'],
    },
  },
  objectives: {
    title: 'Objectifs',
    asked: 'Écrire un objectif, en {1} valeurs.',
    said: {
      all: ['{0} acceptées.', 'Les rapports peuvent montrer les objectifs.'],
      some: ['{0} acceptées; refusées : {2}.', 'Les rapports montreront une partie des objectifs. Les notes n’en dépendent pas.'],
      none: ['Aucune acceptée.', 'Les rapports ne montreront pas les objectifs. Les notes n’en dépendent pas.'],
    },
  },
  commit: {
    title: 'Enregistrement',
    asked: 'LMSCommit("") après tout ce qui précède.',
    said: {
      yes: ['Accepté.', 'Le prochain lancement dira si tout est vraiment gardé.'],
      no: ['Refusé (erreur {0}).', 'Le travail ne serait pas gardé. Vérifiez le réseau et la session, puis rouvrez.'],
    },
  },
  back: {
    title: 'Reprise de l’état',
    asked: 'Relire les {1} caractères laissés au lancement précédent.',
    said: {
      whole: ['{0} relus, intacts.', 'Un module reprend où on l’a laissé.'],
      cut: ['{0} relus : il en manque, ou ils ont changé.', 'Un module recommencerait à zéro. Ne publiez pas avant d’avoir réglé ceci avec l’hébergeur.'],
      none: ['Rien n’est revenu, et ce navigateur était pourtant déjà venu.', 'Un module recommencerait à zéro. Si la plateforme force une nouvelle tentative à chaque ouverture, retirez ce réglage. Un autre compte commence normalement à neuf.'],
    },
  },
  resumed: {
    title: 'Annonce de la reprise',
    asked: 'Lire entry, après avoir quitté avec exit « suspend ».',
    said: {
      yes: ['« resume ».', 'Rien à régler.'],
      no: ['« {0} ».', 'Sans effet : nos modules reprennent dès que leur état revient.'],
    },
  },
  kept: {
    title: 'Statut au retour',
    asked: 'Relire le statut laissé : « incomplete ».',
    said: {
      same: ['« {0} ».', 'Rien à régler.'],
      other: ['« {0} ».', 'La plateforme change le statut d’elle-même. Un module commencé pourrait paraître achevé ou échoué : voyez les réglages d’achèvement.'],
      unread: ['Rien ne se relit.', 'Le module se fie à son propre état.'],
    },
  },
  place: {
    title: 'Endroit et caractères au retour',
    asked: 'Relire les {1} caractères laissés dans lesson_location, avec accents et signes.',
    said: {
      whole: ['{0} relus, intacts.', 'Rien à régler.'],
      some: ['{0} relus : il en manque, ou ils ont changé.', 'Sans effet sur nos modules, qui n’y écrivent que des lettres, des chiffres et - _ .'],
      none: ['Rien.', 'Sans effet : nos modules gardent aussi l’endroit dans leur état.'],
    },
  },
  time: {
    title: 'Temps passé',
    asked: 'Une minute déclarée au lancement précédent doit s’ajouter à total_time.',
    said: {
      summed: ['{0} au total.', 'Les rapports montrent le temps passé.'],
      other: ['{0} au total.', 'Les temps des rapports sont à prendre avec réserve : la plateforme compte autrement, ou la fermeture n’est pas arrivée.'],
      unread: ['Rien ne se relit.', 'Les rapports pourraient ne pas montrer le temps passé.'],
    },
  },
  leaving: {
    title: 'Enregistrement à la fermeture',
    asked: 'Écrire un dernier mot quand la page se cache, puis LMSFinish quand elle part.',
    said: {
      finish: ['Le mot de la fermeture (pagehide) est arrivé.', 'Ce qui est fait juste avant de fermer n’est pas perdu.'],
      hidden: ['Seul le mot d’une page cachée (visibilitychange) est arrivé.', 'Les toutes dernières secondes peuvent se perdre. Dites aux apprenants d’utiliser « Quitter et enregistrer ».'],
      none: ['Rien de ce que la page a envoyé en partant n’est arrivé.', 'Ce qui suit le dernier enregistrement se perd. Les modules enregistrent en cours de route; dites aux apprenants d’utiliser « Quitter et enregistrer ».'],
      unseen: ['Aucun mot, et rien ne montre que la page en ait eu le temps.', 'Fermez l’essai par le bouton de la plateforme, puis rouvrez-le pour le savoir.'],
    },
  },
  score: {
    title: 'Note',
    asked: 'Écrire score.raw 80 (de 0 à 100) et la relire.',
    said: {
      kept: ['Écrite et relue.', 'Vérifiez que le carnet de notes affiche 80.'],
      unread: ['Acceptée, mais elle ne se relit pas.', 'Vérifiez que le carnet de notes affiche 80.'],
      refused: ['Refusée ou changée ({0}).', 'Les notes n’arriveront pas, ou seront fausses.'],
    },
  },
  words: {
    title: 'Réussi, achevé',
    asked: 'Écrire lesson_status « passed », puis « completed ».',
    said: {
      both: ['Les deux sont acceptés.', 'Cochez les deux dans les conditions d’achèvement : un module dit l’un ou l’autre.'],
      some: ['Accepté : {0}.', 'Un module réussi pourrait ne jamais paraître achevé.'],
    },
  },
  declared: {
    title: 'Envoi du résultat',
    asked: 'LMSCommit("") après la note et le statut.',
    said: {
      yes: ['Accepté.', 'Vérifiez que le carnet de notes affiche 80 : c’est la preuve que les notes arrivent.'],
      no: ['Refusé (erreur {0}).', 'Les notes n’arriveraient pas. Vérifiez le réseau et la session, puis rouvrez.'],
    },
  },
  judged: {
    title: 'Statut après le résultat',
    asked: 'Relire le statut laissé : « completed ».',
    said: {
      same: ['« {0} ».', 'La plateforme garde ce que dit le module.'],
      passed: ['« {0} ».', 'La plateforme juge elle-même d’après la note de passage du manifeste (60). Nos modules n’en donnent pas : leur propre verdict reste.'],
      other: ['« {0} ».', 'La plateforme a défait un résultat. Voyez ses réglages de note de passage et de tentatives.'],
      unread: ['Rien ne se relit.', 'Vérifiez dans la plateforme que l’activité est achevée.'],
    },
  },
  scored: {
    title: 'Note après le résultat',
    asked: 'Relire la note laissée : 80.',
    said: {
      same: ['{0}.', 'Elle est gardée.'],
      other: ['{0}.', 'La note a changé entre deux lancements : voyez la méthode de calcul et les tentatives.'],
      unread: ['Rien ne se relit.', 'Vérifiez que le carnet de notes affiche 80.'],
    },
  },
  after: {
    title: 'Module achevé que l’on rouvre',
    asked: 'Lire lesson_mode une fois le résultat donné.',
    said: {
      normal: ['« {0} ».', 'Rouvrir un module achevé reste possible; nos modules ne font jamais baisser une note.'],
      looking: ['« {0} ».', 'Un module achevé se rouvre en consultation : une nouvelle tentative se demande dans la plateforme.'],
      untold: ['Rien.', 'Les modules tiennent l’ouverture pour normale et ne font jamais baisser une note.'],
    },
  },
};
