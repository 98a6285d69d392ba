package io.github.extendclient.cli;

import io.github.extendclient.cli.shell.Shell;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands: gives the shell to those whose constructor takes it. */
final class ShellFactory implements IFactory {
  private final IFactory others = CommandLine.defaultFactory();
  private final Shell shell;

  ShellFactory(Shell shell) {
    this.shell = shell;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Shell.class) {
        return type.cast(constructor.newInstance(shell));
      }
    }
    return others.create(type);
  }
}
