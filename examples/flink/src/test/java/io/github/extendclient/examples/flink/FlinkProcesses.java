package io.github.extendclient.examples.flink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;

/**
 * A cluster of Flink on this machine: a JobManager and its TaskManagers, each a process of its own
 * with the classpath of the tests.
 */
final class FlinkProcesses implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;
  private final int restPort;
  private final List<Process> processes = new ArrayList<>();

  private FlinkProcesses(Path folder, int restPort) {
    this.folder = folder;
    this.restPort = restPort;
  }

  /** Starts a JobManager. */
  static FlinkProcesses start(Path folder, int slotsOfATaskManager) throws IOException {
    int restPort = freePort();
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("config.yaml"),
        """
        jobmanager.rpc.address: %1$s
        jobmanager.bind-host: %1$s
        jobmanager.rpc.port: %2$d
        rest.address: %1$s
        rest.bind-address: %1$s
        rest.port: %3$d
        taskmanager.host: %1$s
        taskmanager.bind-host: %1$s
        taskmanager.numberOfTaskSlots: %4$d
        taskmanager.cpu.cores: %4$d.0
        taskmanager.memory.task.heap.size: 128m
        taskmanager.memory.task.off-heap.size: 0m
        taskmanager.memory.managed.size: 0m
        taskmanager.memory.framework.heap.size: 64m
        taskmanager.memory.framework.off-heap.size: 64m
        taskmanager.memory.jvm-metaspace.size: 128m
        taskmanager.memory.jvm-overhead.min: 64m
        taskmanager.memory.jvm-overhead.max: 64m
        taskmanager.memory.network.min: 32m
        taskmanager.memory.network.max: 32m
        heartbeat.interval: 1s
        heartbeat.timeout: 10s
        io.tmp.dirs: %5$s
        """
            .formatted(LOOPBACK, freePort(), restPort, slotsOfATaskManager, folder));
    FlinkProcesses cluster = new FlinkProcesses(folder, restPort);
    cluster.run(StandaloneSessionClusterEntrypoint.class, "jobmanager");
    return cluster;
  }

  /** Starts another TaskManager, which registers with the JobManager by itself. */
  Process startTaskManager() throws IOException {
    return run(TaskManagerRunner.class, "taskmanager-" + processes.size());
  }

  /** The port that takes jobs. */
  int restPort() {
    return restPort;
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process run(Class<?> main, String name) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "-c",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start();
    processes.add(process);
    return process;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }
}
