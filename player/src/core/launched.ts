/** The module as a launch has it: its data, the marks that count, and what the LMS had before. */

import type { GradedQuestion, PlayerData } from '../data';
import { isFrozen, shownBy } from './looking';
import { MOST } from './memory';
import type { Memory } from './memory';
import type { Module } from './module';
import { scoreOf } from './snapshot';
import type { Launch } from './types';

export function moduleOf(data: PlayerData, graded: readonly GradedQuestion[], launch: Launch, memory: Memory): Module {
  const questions = new Map(graded.map((question) => [question.id, question]));
  const module: Module = { data: shownBy(launch, data), frozen: isFrozen(launch), graded: questions, pass: launch.pass ?? data.assessment?.pass ?? 0, mastery: launch.pass !== null };
  return floored(module, memory, launch.priorScore);
}

/**
 * The module with what the LMS had before as a floor: with the state lost, or another computer's or
 * a teacher's score there, a lower one never replaces it. Where the last attempt counts it does:
 * so says the module's rule.
 */
function floored(module: Module, memory: Memory, prior: number | undefined): Module {
  const own = scoreOf(module, memory);
  if (prior === undefined || module.data.assessment?.grading === 'last') return module;
  return own === null || Math.round(own * MOST.grade) < Math.round(prior * 100) ? { ...module, floor: prior / 100 } : module;
}
