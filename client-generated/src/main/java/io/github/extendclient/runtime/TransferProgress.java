package io.github.extendclient.runtime;

/**
 * Is told how far an upload or a download has come.
 *
 * @see Upload#withProgress
 */
@FunctionalInterface
public interface TransferProgress {
  /**
   * Some bytes were transferred. Called on the thread that transfers them, which waits meanwhile.
   *
   * @param bytes how many so far, from 0 up
   * @param total how many there will be, or -1 if that is not known
   */
  void transferred(long bytes, long total);
}
