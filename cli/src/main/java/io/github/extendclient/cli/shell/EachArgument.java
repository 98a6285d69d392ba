package io.github.extendclient.cli.shell;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.AuthenticationException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Does the same work for each argument of a command. The failure of one argument is printed, and
 * the work continues with the next. What would fail for all of them, such as a refused key or a
 * server that is not reached, ends the command.
 */
public final class EachArgument {
  private EachArgument() {}

  /**
   * Does the work for each argument in turn. With a single argument, a failure is thrown, so that
   * it keeps its exit code.
   *
   * @param work returns false if the argument counts as failed
   * @return {@link ExitCode#DONE} or {@link ExitCode#SOME_FAILED}
   */
  public static <T> int run(List<T> arguments, Shell shell, Predicate<T> work) {
    if (arguments.size() == 1) {
      return work.test(arguments.get(0)) ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }
    int exitCode = ExitCode.DONE;
    for (T argument : arguments) {
      try {
        exitCode = work.test(argument) ? exitCode : ExitCode.SOME_FAILED;
      } catch (AuthenticationException e) {
        throw e;
      } catch (ApiException | CommandFailure | IllegalArgumentException | UncheckedIOException e) {
        exitCode = ExitCode.SOME_FAILED;
        String message = String.valueOf(e.getMessage());
        shell
            .err()
            .println(message.contains(argument.toString()) ? message : argument + ": " + message);
        shell.err().flush();
      }
      if (shell.out().checkError()) {
        // No more work whose results would be lost: Commands reports why.
        return exitCode;
      }
    }
    return exitCode;
  }
}
