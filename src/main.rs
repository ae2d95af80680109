//! The `filiere` binary: hands over to `cli`, does nothing else.

fn main() -> std::process::ExitCode {
    filiere::cli::main()
}
