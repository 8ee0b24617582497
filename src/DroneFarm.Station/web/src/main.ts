import { mount } from 'svelte';
import App from './App.svelte';
import './theme.css';

mount(App, { target: document.getElementById('app')! });

// A browser offers this only where the address is safe: on this machine, or over https.
// It waits until the page stands: keeping the shell must not hold up the first look.
if ('serviceWorker' in navigator && import.meta.env.PROD) setTimeout(() => void navigator.serviceWorker.register('/sw.js'), 2000);
