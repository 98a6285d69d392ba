package io.github.extendclient.cli.operation;

import io.github.extendclient.cli.shell.Shell;
import java.util.List;

/** {@code extend call OPERATION --help}, which shows the operation and not the command. */
public final class OperationPageHelp {
  private OperationPageHelp() {}

  /** {@return whether the arguments request this help} */
  public static boolean isAsked(List<String> arguments) {
    return arguments.size() > 2
        && arguments.get(0).equals("call")
        && !arguments.get(1).startsWith("-")
        && (arguments.contains("--help") || arguments.contains("-h"));
  }

  /** Prints the help of the operation that the arguments name. */
  public static void print(Shell shell, List<String> arguments) {
    new OperationHelp(shell).print(OperationIndex.named(arguments.get(1)));
  }
}
