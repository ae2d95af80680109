//! An expression as a program for a stack, each step with its place; the player runs the same one later.

use std::ops::Range;

use crate::formula::fault::Fault;
use crate::formula::function::Function;
use crate::formula::scope::Scope;
use crate::formula::tidy;
use crate::text;

/// What a step does.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    Number(f64),
    Load(String),
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    /// A function with so many arguments.
    Call(&'static Function, usize),
}

/// A step, and the bytes of the expression that it computes.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub op: Op,
    pub at: Range<usize>,
}

/// An expression, parsed: every name and argument count is known to be right.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Program {
    pub steps: Vec<Step>,
}

impl Program {
    /// The value, or the first operation that has none.
    pub fn run(&self, scope: &Scope) -> Result<f64, Fault> {
        let mut stack: Vec<f64> = Vec::new();
        for step in &self.steps {
            let value = apply(&step.op, &mut stack, scope);
            if !value.is_finite() {
                return Err(undefined(step));
            }
            stack.push(value);
        }
        Ok(tidy(stack.pop().expect("the parser leaves one value")))
    }
}

fn apply(op: &Op, stack: &mut Vec<f64>, scope: &Scope) -> f64 {
    match op {
        Op::Number(value) => *value,
        Op::Load(name) => scope.get(name).expect("the parser knows every name"),
        Op::Negate => -pop(stack),
        Op::Call(function, count) => {
            let arguments = stack.split_off(stack.len() - count);
            (function.call)(&arguments)
        }
        Op::Add | Op::Subtract | Op::Multiply | Op::Divide | Op::Power => {
            let right = pop(stack);
            let left = pop(stack);
            binary(op, left, right)
        }
    }
}

fn binary(op: &Op, left: f64, right: f64) -> f64 {
    match op {
        Op::Add => left + right,
        Op::Subtract => left - right,
        Op::Multiply => left * right,
        Op::Divide => left / right,
        _ => left.powf(right),
    }
}

fn pop(stack: &mut Vec<f64>) -> f64 {
    stack.pop().expect("the parser pushes the operands first")
}

fn undefined(step: &Step) -> Fault {
    let message = match &step.op {
        Op::Divide => text! { fr: "division par zéro", en: "division by zero" },
        Op::Call(function, _) => {
            let name = function.name;
            text! { fr: "« {name} » n'a pas de valeur ici", en: "« {name} » has no value here" }
        }
        _ => text! { fr: "le résultat n'est pas un nombre fini", en: "the result is not a finite number" },
    };
    Fault::new(step.at.clone(), message).hint(text! {
        fr: "vérifiez les nombres qui y entrent",
        en: "check the numbers that go into it",
    })
}
