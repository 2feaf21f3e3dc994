package org.xinheng.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Calls of an interface that a test sees, and around which it lets something happen. */
public final class WatchedCalls {

    private WatchedCalls() {}

    /** What a test does at a call. */
    @FunctionalInterface
    public interface Watch {

        /** @return what the caller gets, as a rule that of {@link Call#goOn()} */
        @Nullable
        Object at(Call call) throws Throwable;
    }

    /** One call on its way to whom it was for. */
    public static final class Call {

        private final Object target;
        private final Method method;
        private final @Nullable Object @Nullable [] given;

        private Call(Object target, Method method, @Nullable Object @Nullable [] given) {
            this.target = target;
            this.method = method;
            this.given = given;
        }

        /** Name of the method. */
        public String name() {
            return method.getName();
        }

        /**
         * An argument of a method that has arguments.
         *
         * @param position from 0
         */
        public @Nullable Object given(int position) {
            return given == null ? null : given[position];
        }

        /** How many arguments the method has. */
        public int arguments() {
            return given == null ? 0 : given.length;
        }

        /** Makes the call and answers or fails as its target does. */
        public @Nullable Object goOn() throws Throwable {
            try {
                return method.invoke(target, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    /** The same thing, seen by the test at each call. */
    public static <T> T watched(Class<T> type, T target, Watch watch) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, given) -> watch.at(new Call(target, method, given))));
    }

    /** Every bean of the type, as {@link #watched}; for a configuration of the test. */
    public static <T> BeanPostProcessor ofBeans(Class<T> type, Watch watch) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return type.isInstance(bean) ? watched(type, type.cast(bean), watch) : bean;
            }
        };
    }
}
