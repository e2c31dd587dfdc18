package org.quintain.compat;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest application: nothing but the context. */
@SpringBootApplication
public class CompatApplication {}
