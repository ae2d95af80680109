/** Findings about SCORM 1.2, in English. */

import type { SCORM12, WordsOf } from '../findings';

export const SCORM12_EN: WordsOf<typeof SCORM12> = {
  api: {
    title: 'SCORM interface',
    asked: 'Look for the API object in the window, in those around it, then in the one that opened it.',
    said: {
      own: ['Found in the window itself.', 'Nothing to set.'],
      parent: ['Found above this window, level {0}.', 'Nothing to set.'],
      opener: ['Found at the window that opened this one, level {0}.', 'Learners must not close the window of the platform before the module.'],
      document: ['Found on the document of the window that opened this one.', 'Modules find it too. Learners must not close the window of the platform before the module.'],
      none: ['Not found.', 'Nothing will be tracked: no resuming, no grade. Open the test from the SCORM activity of the platform, not as a plain file.'],
    },
  },
  init: {
    title: 'Opening of the session',
    asked: 'LMSInitialize("").',
    said: {
      yes: ['Accepted.', 'Nothing to set.'],
      running: ['“Already open” (error {0}).', 'Modules go on as if it had just opened.'],
      no: ['Refused (error {0}).', 'Nothing will be tracked. Check that the session of the platform has not expired, then open again.'],
    },
  },
  errors: {
    title: 'Error codes',
    asked: 'Read an element that does not exist, then ask for the error.',
    said: {
      told: ['Error {0}.', 'The platform says what it refuses: a failure can be seen.'],
      silent: ['No error.', 'The platform does not say what it refuses: a failure may go unseen. Rely on what is read back below.'],
    },
  },
  mode: {
    title: 'Mode of opening',
    asked: 'Read lesson_mode and credit.',
    said: {
      normal: ['“{0}”, “{1}”.', 'Nothing to set.'],
      looking: ['“{0}”, “{1}”.', 'A module that is opened so can be looked at and writes no grade. Open the test as a learner, in an attempt that counts.'],
      untold: ['Nothing.', 'Modules take the opening for normal.'],
    },
  },
  learner: {
    title: 'Learner',
    asked: 'Read student_id and student_name, whose value is neither shown nor copied.',
    said: {
      both: ['Both are present.', 'Nothing to set.'],
      part: ['Only one is present.', 'No effect: modules keep no name.'],
      none: ['Absent.', 'Check that the activity asks for a login: a guest is not tracked.'],
    },
  },
  given: {
    title: 'Settings read from the package',
    asked: 'Read launch_data and the pass mark of 60 that the manifest gives.',
    said: {
      both: ['Both come back (pass mark {0}).', 'Nothing to set.'],
      part: ['Only one comes back (pass mark {0}).', 'No effect on our modules, which do not depend on them.'],
      none: ['Nothing comes back (pass mark {0}).', 'No effect on our modules, which do not depend on them.'],
    },
  },
  status: {
    title: 'Status',
    asked: 'Write lesson_status “incomplete” and read it back.',
    said: {
      kept: ['Written and read back.', 'A module that was begun is not taken for completed.'],
      unread: ['Accepted, but nothing can be read back.', 'The module trusts its own state. See at the next launch what the platform shows.'],
      refused: ['Refused ({0}).', 'The platform might take for completed a module that was only opened.'],
    },
  },
  location: {
    title: 'Place (lesson_location)',
    asked: 'Write {1} characters and read them back.',
    said: {
      kept: ['{0} read back.', 'Nothing to set.'],
      cut: ['{0} read back.', 'Our modules write 64 of them at most.'],
      unread: ['Accepted, but nothing can be read back.', 'Our modules keep the place in their state as well.'],
      refused: ['Refused.', 'Our modules write 64 of them at most, and keep the place in their state as well.'],
    },
  },
  room: {
    title: 'Room for state (suspend_data)',
    asked: 'Write {1} characters, which SCORM 1.2 promises, and read them back.',
    said: {
      kept: ['{0} read back.', 'Any module fits: they ask for 4,000 at most.'],
      cut: ['Cut at {0}.', 'A long module could not resume. Compare with “state” in release.json before you import.'],
      unread: ['Accepted, but nothing can be read back in the session.', 'The next launch will tell what is kept.'],
      refused: ['Refused; {0} characters go through.', 'A long module could not resume. Compare with “state” in release.json before you import.'],
    },
  },
  more: {
    title: 'Room beyond the standard',
    asked: 'Write up to {1} characters and read them back.',
    said: {
      kept: ['{0} read back.', 'A bonus: our modules do not need it.'],
      some: ['{0} read back, and not one more.', 'A bonus: our modules do not need it.'],
      none: ['Nothing beyond the standard.', 'That is what the standard says; our modules keep to it.'],
      unread: ['Nothing can be read back in the session.', 'No effect: our modules keep to the standard.'],
    },
  },
  chars: {
    title: 'Characters during the session',
    asked: 'Write accents, & < > " \', a line end and the base64 alphabet.',
    said: {
      all: ['All read back.', 'Nothing to set.'],
      some: ['Read back: {0} (a accents, m & < > " \', n line, b base64).', 'Our modules write only letters, digits and - _ . into their state.'],
      unread: ['Nothing can be read back.', 'Our modules write only letters, digits and - _ . into their state.'],
    },
  },
  interactions: {
    title: 'Answers to questions (interactions)',
    asked: 'Write one whole answer, in {1} values.',
    said: {
      all: ['{0} accepted.', 'Reports of the platform can show answers.'],
      some: ['{0} accepted; refused: {2}.', 'Reports will show part of the answers. Grades do not depend on them.'],
      none: ['None accepted.', 'Reports will not show answers. Grades do not depend on them.'],
    },
  },
  objectives: {
    title: 'Objectives',
    asked: 'Write one objective, in {1} values.',
    said: {
      all: ['{0} accepted.', 'Reports can show objectives.'],
      some: ['{0} accepted; refused: {2}.', 'Reports will show part of the objectives. Grades do not depend on them.'],
      none: ['None accepted.', 'Reports will not show objectives. Grades do not depend on them.'],
    },
  },
  commit: {
    title: 'Saving',
    asked: 'LMSCommit("") after all of the above.',
    said: {
      yes: ['Accepted.', 'The next launch will tell whether all is truly kept.'],
      no: ['Refused (error {0}).', 'Work would not be kept. Check the network and the session, then open again.'],
    },
  },
  back: {
    title: 'Resuming the state',
    asked: 'Read the {1} characters that the launch before left.',
    said: {
      whole: ['{0} read, intact.', 'A module resumes where it was left.'],
      cut: ['{0} read: some are missing, or changed.', 'A module would start over. Do not publish before this is settled with the host.'],
      none: ['Nothing came back, though this browser was here before.', 'A module would start over. If the platform forces a new attempt at each opening, remove that setting. Another account starts anew, as it should.'],
    },
  },
  resumed: {
    title: 'Resuming is announced',
    asked: 'Read entry, after leaving with exit “suspend”.',
    said: {
      yes: ['“resume”.', 'Nothing to set.'],
      no: ['“{0}”.', 'No effect: our modules resume as soon as their state comes back.'],
    },
  },
  kept: {
    title: 'Status on return',
    asked: 'Read the status that was left: “incomplete”.',
    said: {
      same: ['“{0}”.', 'Nothing to set.'],
      other: ['“{0}”.', 'The platform changes the status by itself. A module that was begun could seem completed or failed: see the completion settings.'],
      unread: ['Nothing can be read back.', 'The module trusts its own state.'],
    },
  },
  place: {
    title: 'Place and characters on return',
    asked: 'Read the {1} characters left in lesson_location, with accents and signs.',
    said: {
      whole: ['{0} read, intact.', 'Nothing to set.'],
      some: ['{0} read: some are missing, or changed.', 'No effect on our modules, which write only letters, digits and - _ . there.'],
      none: ['Nothing.', 'No effect: our modules keep the place in their state as well.'],
    },
  },
  time: {
    title: 'Time spent',
    asked: 'One minute, declared at the launch before, must be added to total_time.',
    said: {
      summed: ['{0} in all.', 'Reports show the time spent.'],
      other: ['{0} in all.', 'Take the times of reports with caution: the platform counts in another way, or the closing did not arrive.'],
      unread: ['Nothing can be read back.', 'Reports might not show the time spent.'],
    },
  },
  leaving: {
    title: 'Saving on leave',
    asked: 'Write a last word when the page is hidden, then LMSFinish when it goes.',
    said: {
      finish: ['The word of the closing (pagehide) arrived.', 'What is done just before closing is not lost.'],
      hidden: ['Only the word of a hidden page (visibilitychange) arrived.', 'The very last seconds may be lost. Tell learners to use “Save and quit”.'],
      none: ['Nothing that the page sent on leaving arrived.', 'What follows the last save is lost. Modules save along the way; tell learners to use “Save and quit”.'],
      unseen: ['No word, and nothing shows that the page had time for one.', 'Close the test with the button of the platform, then open it again to know.'],
    },
  },
  score: {
    title: 'Score',
    asked: 'Write score.raw 80 (of 0 to 100) and read it back.',
    said: {
      kept: ['Written and read back.', 'Check that the gradebook shows 80.'],
      unread: ['Accepted, but it cannot be read back.', 'Check that the gradebook shows 80.'],
      refused: ['Refused or changed ({0}).', 'Grades will not arrive, or will be wrong.'],
    },
  },
  words: {
    title: 'Passed, completed',
    asked: 'Write lesson_status “passed”, then “completed”.',
    said: {
      both: ['Both are accepted.', 'Tick both among the conditions of completion: a module says one or the other.'],
      some: ['Accepted: {0}.', 'A passed module might never seem completed.'],
    },
  },
  declared: {
    title: 'Sending the result',
    asked: 'LMSCommit("") after the score and the status.',
    said: {
      yes: ['Accepted.', 'Check that the gradebook shows 80: that is the proof that grades arrive.'],
      no: ['Refused (error {0}).', 'Grades would not arrive. Check the network and the session, then open again.'],
    },
  },
  judged: {
    title: 'Status after the result',
    asked: 'Read the status that was left: “completed”.',
    said: {
      same: ['“{0}”.', 'The platform keeps what the module says.'],
      passed: ['“{0}”.', 'The platform judges by itself, by the pass mark of the manifest (60). Our modules give none: their own verdict stays.'],
      other: ['“{0}”.', 'The platform undid a result. See its settings of pass mark and attempts.'],
      unread: ['Nothing can be read back.', 'Check in the platform that the activity is completed.'],
    },
  },
  scored: {
    title: 'Score after the result',
    asked: 'Read the score that was left: 80.',
    said: {
      same: ['{0}.', 'It is kept.'],
      other: ['{0}.', 'The score changed between two launches: see the grading method and the attempts.'],
      unread: ['Nothing can be read back.', 'Check that the gradebook shows 80.'],
    },
  },
  after: {
    title: 'A completed module that is opened again',
    asked: 'Read lesson_mode once the result was given.',
    said: {
      normal: ['“{0}”.', 'A completed module can be opened again; our modules never lower a grade.'],
      looking: ['“{0}”.', 'A completed module opens to be looked at: a new attempt is asked for in the platform.'],
      untold: ['Nothing.', 'Modules take the opening for normal and never lower a grade.'],
    },
  },
};
