package io.github.extendclient.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application. */
@SpringBootApplication
public class ParseApplication {
  /**
   * Starts the application.
   *
   * @param args for Spring Boot, such as {@code --server.port=8081}
   */
  public static void main(String[] args) {
    SpringApplication.run(ParseApplication.class, args);
  }
}
